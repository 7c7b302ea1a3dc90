@rem azimuth: passes its arguments to the running Azimuth and prints what it answers. It understands none of them.
@echo off
rem It speaks HTTP over a port of the loopback address; a key file in the profile has the address and a secret for curl, and
rem docs/command-line.md the protocol. What is printed goes from curl straight to our stdout or stderr; a line of plain words
rem says what there is to fetch. We say nothing but what "set azimuth" prints, which curl reads from stdin: arguments are in
rem no process list, and Azimuth alone takes them apart.
rem
rem Under the name az it takes the place of Azure CLI: docs/az-shim.md.
setlocal EnableExtensions DisableDelayedExpansion
set ^"azimuth.line=%*^"
set ^"azimuth.1=%1^"
set ^"azimuth.2=%1 %2^"
set ^"azimuth.3=%1 %2 %3^"
set "azimuth.here=%~dp0"

rem An installed copy has written here which client it is a copy of; it stands in its profile.
set "azimuth.origin="

set "azimuth.name=azimuth"
if /i not "%~n0"=="az" goto prepare
set "azimuth.name=az"
rem What az answers; every other command line goes to the real one.
setlocal EnableDelayedExpansion
for %%k in (
  "login" "logout" "account show" "account list" "account set" "account clear" "account get-access-token"
  "account tenant list" "cloud list" "cloud show" "cloud set" "cloud register" "cloud update" "cloud unregister"
  "version" "--version"
) do (
  if "!azimuth.1!"==%%k goto prepare
  if "!azimuth.2!"==%%k goto prepare
  if "!azimuth.3!"==%%k goto prepare
)
rem The first az on PATH that is none of us: a copy of us begins as we do.
for %%p in ("%PATH:;=" "%") do (
  for %%e in (exe bat cmd) do (
    if exist "%%~p\az.%%e" (
      set "azimuth.real=%%~p\az.%%e"
      set "azimuth.first="
      for /f "tokens=1,2" %%x in ('type "%%~p\az.%%e"') do (
        if not defined azimuth.first set "azimuth.first=%%x %%y"
      )
      if not "!azimuth.first!"=="@rem azimuth:" goto pass_on
    )
  )
)
>&2 echo ERROR: This needs Azure CLI, and there is none on PATH: Azimuth answers only what is about accounts and tokens.
exit /b 2

:pass_on
endlocal & set "azimuth.real=%azimuth.real%"
"%azimuth.real%" %*
exit /b %errorlevel%

:prepare
setlocal EnableDelayedExpansion
if defined azimuth.origin (
  if not defined AZIMUTH_HOME for %%h in ("!azimuth.here!..") do set "AZIMUTH_HOME=%%~fh"
)
set "azimuth.key=!APPDATA!\Azimuth\run\azimuth.curl"
if defined AZIMUTH_HOME set "azimuth.key=!AZIMUTH_HOME!\run\azimuth.curl"
set "azimuth.curl=%SystemRoot%\System32\curl.exe"
if not exist "!azimuth.curl!" (
  >&2 echo ERROR: The azimuth command needs curl.exe, which comes with Windows 10 and later.
  exit /b 1
)
set "azimuth.curl=!azimuth.curl! --disable --config"
set "azimuth.folder=!CD!"
rem It fails where no console is the input. Behind az nobody is asked for a yes: programs call that.
set "azimuth.person="
if "!azimuth.name!"=="azimuth" %SystemRoot%\System32\timeout.exe /t 0 >nul 2>nul && set "azimuth.person=yes"
rem Only the doctor looks at what surrounds us, and learns the names of variables, never what is in them.
set "azimuth.path="
set "azimuth.set="
if "!azimuth.1!"=="doctor" (
  set "azimuth.path=!PATH!"
  for /f "delims==" %%v in ('set') do set "azimuth.set=!azimuth.set! %%v"
)
rem A batch file does not know its own process: it is the parent of the parent of PowerShell here.
set "azimuth.self="
if "!azimuth.1!"=="run" (
  for /f %%p in ('%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe -NoProfile -Command "$id = $PID; 1..2 | %% { $id = (Get-CimInstance Win32_Process -Filter ProcessId=$id).ParentProcessId }; $id"') do set "azimuth.self=%%p"
)

rem Whoever listens first shows that the key file is theirs: the port of one that died may be anybody's. One that does not is
rem not asked again.
set "azimuth.dead="
set "azimuth_spent=0"
:knock
set "azimuth.proof="
set "azimuth.shown="
if exist "!azimuth.key!" (
  for /f "usebackq delims=" %%l in ("%azimuth.key%") do (
    if not defined azimuth.proof set "azimuth.proof=%%l"
  )
)
if not "!azimuth.proof!"=="!azimuth.dead!" (
  for /f "delims=" %%l in ('!azimuth.curl! "!azimuth.key!" --header "Azimuth-Step: hello" --data "" 2^>nul') do set "azimuth.shown=%%l"
  if "!azimuth.shown!"=="!azimuth.proof!" goto run
  set "azimuth.dead=!azimuth.proof!"
)
if not "!azimuth_spent!"=="0" goto wait
if "!azimuth.line!"=="quit" (
  echo Azimuth is not running.
  exit /b 0
)
call :start
if errorlevel 1 exit /b 1
:wait
if "!azimuth_spent!"=="6000" (
  >&2 echo ERROR: Azimuth is not running and could not be started. Start it, then run 'az login'.
  exit /b 1
)
%SystemRoot%\System32\ping.exe -n 2 127.0.0.1 >nul
set /a azimuth_spent+=1000
goto knock

:run
set "azimuth.step=run"
:step
set "azimuth.state="
for /f "tokens=1-6" %%a in ('%ComSpec% /d /u /c "set azimuth"^| !azimuth.curl! "!azimuth.key!" --header "Azimuth-Step: !azimuth.step!" --data-binary @-') do (
  if "%%a"=="azimuth" (
    set "azimuth.id=%%b"
    set "azimuth.state=%%c"
    set "azimuth.number=%%d"
    set "azimuth.out=%%e"
    set "azimuth.err=%%f"
  )
)
set "azimuth.typed="
set "azimuth.hidden="
if not defined azimuth.state (
  >&2 echo ERROR: Azimuth ended before its answer was complete. Try again; if that does not help, run 'az login'.
  exit /b 1
)
if "!azimuth.out!"=="out" (
  !azimuth.curl! "!azimuth.key!" --header "Azimuth-Step: stdout !azimuth.id!" --data "" --max-time 0
  if errorlevel 1 (
    >&2 echo ERROR: Azimuth ended before its answer was complete, or the output could not be written.
    exit /b 1
  )
)
if "!azimuth.err!"=="err" (
  >&2 !azimuth.curl! "!azimuth.key!" --header "Azimuth-Step: stderr !azimuth.id!" --data "" --max-time 0
)
goto !azimuth.state!

:exit
rem The next command must not find the one that ends.
if "!azimuth.line!"=="quit" (
  for %%s in (1 2 3 4 5) do if exist "!azimuth.key!" %SystemRoot%\System32\ping.exe -n 2 127.0.0.1 >nul
)
exit /b %azimuth.number%

:next
set "azimuth.step=next !azimuth.id!"
goto step

rem cmd.exe shows what is typed; PowerShell need not, and passes it on in letters that no code page changes.
:ask
if not defined azimuth.person %SystemRoot%\System32\timeout.exe /t 0 >nul 2>nul && set "azimuth.person=yes"
if not defined azimuth.person goto openly
for /f %%t in ('%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe -NoProfile -Command "[Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes([Net.NetworkCredential]::new([string]::Empty, (Read-Host -AsSecureString)).Password))"') do set "azimuth.hidden=%%t"
set "azimuth.step=answer !azimuth.id!"
goto step

:openly
set /p "azimuth.typed="
set "azimuth.step=answer !azimuth.id!"
goto step

rem Becomes the program of "azimuth run". A proxy must not see the secret.
:become
for /f "delims=" %%v in ('!azimuth.curl! "!azimuth.key!" --header "Azimuth-Step: environment !azimuth.id!" --data ""') do set "%%v"
if defined NO_PROXY set "NO_PROXY=!NO_PROXY!,"
set "NO_PROXY=!NO_PROXY!127.0.0.1"
set "azimuth.line=!azimuth.line:~%azimuth.number%!"
!azimuth.line!
exit /b %errorlevel%

rem Starts Azimuth in the background: from a checkout the headless host, from a package the app without its window.
:start
setlocal
set "azimuth.top=!azimuth.here!..\.."
if defined azimuth.origin (
  for %%o in ("!azimuth.origin!") do set "azimuth.top=%%~dpo..\.."
)
rem What was typed is not for a program that goes on running.
for /f "delims==" %%v in ('set azimuth.') do if not "%%v"=="azimuth.top" set "%%v="
if exist "!azimuth.top!\node_modules\node\bin\node.exe" if exist "!azimuth.top!\out\main\headless.js" (
  start "" /b "!azimuth.top!\node_modules\node\bin\node.exe" "!azimuth.top!\out\main\headless.js" <nul >nul 2>nul
  exit /b 0
)
if exist "!azimuth.top!\Azimuth.exe" (
  start "" "!azimuth.top!\Azimuth.exe" --hidden <nul >nul 2>nul
  exit /b 0
)
>&2 echo ERROR: Azimuth is not running, and its program was not found. Start it, then run 'az login'.
exit /b 1
