@echo off
setlocal
chcp 65001 >nul
if "%~1"=="" (
    echo Sleep een register, zoals register.xlsx, op dit bestand.
    pause
    exit /b 2
)
set "UIT=%~dpn1-overzicht.xlsx"
"%LOCALAPPDATA%\srtool\Scripts\srtool.exe" report "%~1" --out "%UIT%" --lang nl
if errorlevel 1 (
    echo.
    echo Het overzicht is niet gemaakt. Hierboven staat waarom, en wat u kunt doen.
    pause
    exit /b 1
)
start "" "%UIT%"
