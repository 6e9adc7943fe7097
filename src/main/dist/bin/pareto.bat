@echo off
rem Starts Pareto from the folder that this script lies in, wherever that is, on a Java that is new enough.
setlocal enableextensions disabledelayedexpansion
set "NEEDED=25"
for %%I in ("%~dp0..") do set "HOME_OF_PARETO=%%~fI"
set "JAVA="

call :try "%HOME_OF_PARETO%\runtime\bin\java.exe"
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~$PATH:J"
for %%R in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LocalAppData%\Programs\Eclipse Adoptium" "%UserProfile%\.jdks" "%UserProfile%\scoop\apps") do (
    if exist "%%~R\" for /d %%D in ("%%~R\*") do call :try "%%~fD\bin\java.exe"
)

if not defined JAVA (
    >&2 echo pareto: no Java %NEEDED% or newer was found, and Pareto cannot start without one.
    >&2 echo Looked at: "%HOME_OF_PARETO%\runtime", JAVA_HOME, java on the PATH, and the usual folders.
    >&2 echo Install a JDK %NEEDED% ^(for example from adoptium.net^), or set JAVA_HOME to one that you have.
    exit /b 3
)

"%JAVA%" --module-path="%HOME_OF_PARETO%\javafx" --add-modules=javafx.controls,javafx.fxml --enable-native-access=javafx.graphics,ALL-UNNAMED "-Dpareto.home=%HOME_OF_PARETO%" -cp "%HOME_OF_PARETO%\lib\pareto.jar" dev.pareto.Pareto %*
exit /b %ERRORLEVEL%

rem Takes the Java at %1 when none is chosen yet and it is new enough.
:try
if defined JAVA exit /b 0
if not exist "%~1" exit /b 0
set "FOUND="
for /f "tokens=3" %%V in ('^""%~1" -version 2^>^&1 ^| findstr /c:" version "^"') do if not defined FOUND set "FOUND=%%~V"
if not defined FOUND exit /b 0
for /f "tokens=1 delims=.-+" %%M in ("%FOUND%") do set "MAJOR=%%M"
if %MAJOR% GEQ %NEEDED% set "JAVA=%~1"
exit /b 0
