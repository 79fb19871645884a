"""A register of two suppliers, with what neither may see of the other, nor of the officer."""

REGISTER = """\
# Mijn aantekening blijft staan.
[[suppliers]]
id = "23456789"
name = "Glans Schoonmaak"
aliases = ["Glans"]

[[suppliers]]
id = "34567890"
name = "Hap Catering"

[[contracts]]   # ons grootste contract
id = "SCH-1"
title = "Schoonmaak"
supplier = "23456789"
start = 2025-01-01
end   = 2028-12-31
wage_sum = 1_000_000
client = "Mevrouw De Geheime"
contract_manager = "Team Stil"
[contracts.social_return]
percent = 5
basis = "wage_sum"
lesson = "Interne les."

[[contracts]]
id = "SCH-2"
title = "Glasbewassing"
supplier = "Glans"
start = 2026-01-01
end = 2027-12-31
authority_kind = "decentral"
rule_set = "utrecht"
social_return = { people = 2 }

[[contracts]]
id = "SCH-3"
title = "Nieuwe aanbesteding"
status = "tendered"
supplier = "Glans"

[[contracts]]
id = "CAT-1"
title = "Catering"
supplier = "34567890"
start = 2025-01-01
end = 2028-12-31
social_return = { amount = 20000 }

[[efforts]]
id = "E1"
contract = "SCH-1"
kind = "placement"
person = "P1"
start = 2025-03-01
hours_per_week = 24
amount = 9000
status = "confirmed"
confirmed_on = 2025-06-01
evidence = "Notitie van de adviseur."

[[efforts]]
id = "K1"
contract = "CAT-1"
kind = "purchase"
amount = 6000

[[contacts]]
contract = "SCH-1"
on = 2026-05-01
note = "Vertrouwelijk gesprek."
# Einde."""
