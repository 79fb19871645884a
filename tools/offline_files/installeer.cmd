@echo off
setlocal
chcp 65001 >nul
set "HIER=%~dp0"
set "DOEL=%LOCALAPPDATA%\srtool"
set "PYTHON="
py -$python -c "pass" >nul 2>&1 && set "PYTHON=py -$python"
if not defined PYTHON python -c "import sys; sys.exit(sys.version_info[:2] != tuple(map(int, '$python'.split('.'))))" >nul 2>&1 && set "PYTHON=python"
if not defined PYTHON (
    echo Python $python is niet gevonden. Vraag het aan bij ICT of haal het van python.org; LEESMIJ.txt zegt wat u nodig hebt.
    pause
    exit /b 1
)
echo srtool $version wordt geplaatst in %DOEL%
%PYTHON% -m venv "%DOEL%" || goto :mislukt
"%DOEL%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-index --find-links "%HIER%wheels" --upgrade srtool || goto :mislukt
copy /y "%HIER%srtool-overzicht.cmd" "%DOEL%\srtool-overzicht.cmd" >nul
"%DOEL%\Scripts\srtool.exe" --version || goto :mislukt
echo.
echo Klaar. Start srtool met: "%DOEL%\Scripts\srtool.exe"
echo Of sleep een register op "%DOEL%\srtool-overzicht.cmd".
pause
exit /b 0
:mislukt
echo Het is niet gelukt. Bewaar de regels hierboven en geef ze aan ICT.
pause
exit /b 1
