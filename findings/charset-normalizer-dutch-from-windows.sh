#!/usr/bin/env bash
# charset-normalizer 3.5.3: a Dutch list of amounts from Windows is taken for the letters of another country.
# Expected: cp1252, or another code page with the same letters, for a euro sign with letters such as ï and é is what
# every office of the European Union writes.
# Seen: cp775, of the Baltic states under DOS. `€ 1.250.000,00` is read as `Ć 1.250.000,00` and Reïntegratie as
# Re’ntegratie, also when there are twenty lines of it, and without euro signs. chardet 7.7.0 names Windows-1252 for all
# of them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet charset-normalizer==3.5.3 chardet==7.7.0
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import chardet
from charset_normalizer import from_bytes

HEAD = "Opdracht;Waarde;Leverancier\n"
WITH_EURO = HEAD + "Schoonmaak;€ 1.250.000,00;Van Dijk B.V.\nGroen;€ 35.000,00;Café De Ploeg\n"
WITH_EURO += "ICT;€ 900.000,50;Reïntegratie & Co\n"
MANY = "Opdracht;Leverancier;Waarde in €;Opmerking\n"
MANY += "Reïntegratie;Stichting Één;€ 1.000.000;vóór 1 mei geïnd\n" * 20
WITHOUT_EURO = WITH_EURO.replace("€ ", "")


def read(text):
    content = text.encode("cp1252")
    guess = from_bytes(content).best()
    other = chardet.detect(content)["encoding"]
    return guess.encoding, str(guess), content.decode(other)


print("charset-normalizer", version("charset-normalizer"), "and chardet", version("chardet"))
for name, text in (("with euro signs", WITH_EURO), ("twenty lines", MANY), ("without", WITHOUT_EURO)):
    code_page, seen, by_chardet = read(text)
    print(f"  {name}: {code_page}, last line {seen.splitlines()[-1]}")
    assert by_chardet == text
assert read(WITH_EURO)[0] == read(MANY)[0] == "cp775"
assert "Ć 1.250.000,00" in read(WITH_EURO)[1]
assert "Ć 1.000.000" in read(MANY)[1].splitlines()[-1]
assert read(WITHOUT_EURO)[0] == "cp775" and "Re’ntegratie" in read(WITHOUT_EURO)[1]
PY
