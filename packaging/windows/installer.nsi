; The installer for Windows: for one person, without rights of an administrator.
;
; packaging/windows/build_setup.py compiles it and defines
;   VERSION  three numbers            OUT    the file to write
;   ICON     the icon                 FILES  two macros: InstallFiles and RemoveFiles
;   SIZE     of all files, in KiB     TARGET optional: another processor than the usual x86
;
; Silent: setup.exe /S [/D=FOLDER], uninstall.exe /S. The exit code is 2 if the program runs.

Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "${FILES}"

!define NAME "Frontispiece"
!define PROGRAM "frontispiece.exe"
!define PUBLISHER "The Frontispiece developers"
!define HOMEPAGE "https://frontispiece.example"
!define CLOSE_FIRST "${NAME} is open. Save your work and close it, then try again."
!define PAGE_CLASS "Frontispiece.Page"
!define CLASSES "Software\Classes"
!define WINDOWS "Software\Microsoft\Windows\CurrentVersion"
!define ENTRY "${WINDOWS}\Uninstall\${NAME}"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${ENTRY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${PUBLISHER}, MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Ends unless the program is closed: Windows lets nobody write to a program that runs.
!macro RefuseWhileRunning
  ${Do}
    ClearErrors
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${Break}
    ${EndIf}
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${CLOSE_FIRST}" /SD IDCANCEL IDCANCEL`
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${Loop}
!macroend

; Offers the program under "Open with" for pages of a kind; the default stays what it is.
!macro OfferFor SUFFIX
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${PAGE_CLASS}" ""
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}\SupportedTypes" "${SUFFIX}" ""
!macroend

!macro WithdrawFor SUFFIX
  DeleteRegValue HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${PAGE_CLASS}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}"
!macroend

; Puts a line into the menu of folders.
!macro OfferForFolder KEY PLACE
  WriteRegStr HKCU "${KEY}" "" "Open with ${NAME}"
  WriteRegStr HKCU "${KEY}" "Icon" '"$INSTDIR\${PROGRAM}"'
  WriteRegStr HKCU "${KEY}\command" "" '"$INSTDIR\${PROGRAM}" "${PLACE}"'
!macroend

; Tells the desktop that the programs for some files have changed (SHCNE_ASSOCCHANGED).
!macro TellDesktop
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} needs Windows 10 or newer, with 64 bits." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

Section
  !insertmacro RefuseWhileRunning
  ; An older version is removed first, so that no file of it is left.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  ${EndIf}
  !insertmacro InstallFiles
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "${CLASSES}\${PAGE_CLASS}" "" "Markdown page"
  WriteRegStr HKCU "${CLASSES}\${PAGE_CLASS}\DefaultIcon" "" '"$INSTDIR\${PROGRAM}",0'
  WriteRegStr HKCU "${CLASSES}\${PAGE_CLASS}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}\shell\open\command" "" \
    '"$INSTDIR\${PROGRAM}" "%1"'
  !insertmacro OfferFor ".md"
  !insertmacro OfferFor ".markdown"
  !insertmacro OfferFor ".mdx"
  !insertmacro OfferFor ".mdoc"
  !insertmacro OfferForFolder "${CLASSES}\Directory\shell\${NAME}" "%1"
  !insertmacro OfferForFolder "${CLASSES}\Directory\Background\shell\${NAME}" "%V"
  WriteRegStr HKCU "${WINDOWS}\App Paths\${PROGRAM}" "" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "${ENTRY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${ENTRY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${ENTRY}" "URLInfoAbout" "${HOMEPAGE}"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
  !insertmacro TellDesktop
SectionEnd

; Removes what was installed, file by file: whatever else lies in the folder stays, and so do
; settings, copies of unsaved work and the sample site, which lie elsewhere.
Section "Uninstall"
  !insertmacro RefuseWhileRunning
  !insertmacro RemoveFiles
  Delete "$INSTDIR\uninstall.exe"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"

  DeleteRegKey HKCU "${CLASSES}\${PAGE_CLASS}"
  DeleteRegKey HKCU "${CLASSES}\Applications\${PROGRAM}"
  !insertmacro WithdrawFor ".md"
  !insertmacro WithdrawFor ".markdown"
  !insertmacro WithdrawFor ".mdx"
  !insertmacro WithdrawFor ".mdoc"
  DeleteRegKey HKCU "${CLASSES}\Directory\shell\${NAME}"
  DeleteRegKey HKCU "${CLASSES}\Directory\Background\shell\${NAME}"
  DeleteRegKey HKCU "${WINDOWS}\App Paths\${PROGRAM}"
  DeleteRegKey HKCU "${ENTRY}"
  !insertmacro TellDesktop
SectionEnd
