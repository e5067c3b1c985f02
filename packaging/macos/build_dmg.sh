#!/usr/bin/env bash
# Signs dist/Frontispiece.app and packs it into dist/Frontispiece-VERSION.dmg; needs macOS.
#
#   MACOS_IDENTITY        the Developer ID to sign with; without it the signature is ad hoc, which
#                         is enough for the machine itself: others have to allow the first start
#   MACOS_NOTARY_PROFILE  the name of credentials stored by `xcrun notarytool store-credentials`;
#                         without it Apple does not notarise the image
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
app=${FRONTISPIECE_APP:-$root/dist/Frontispiece.app}
image=$(dirname "$app")/$(python3 "$root/packaging/artifacts.py" dmg)
identity=${MACOS_IDENTITY:--}

if [[ ! -d $app ]]; then
    echo "There is no app bundle: run \`python packaging/freeze.py\` first." >&2
    exit 1
fi

sign() {
    if [[ $identity == - ]]; then
        codesign --force --sign - "$@"
    else
        codesign --force --sign "$identity" --timestamp --options runtime "$@"
    fi
}

# From the inside out: a signature covers the signatures of what lies inside.
find "$app" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
    while IFS= read -r -d '' library; do sign "$library"; done
find "$app" -type d -name QtWebEngineProcess.app -print0 |
    while IFS= read -r -d '' engine; do sign --entitlements "$here/engine.entitlements" "$engine"; done
find "$app" -depth -type d -name '*.framework' -print0 |
    while IFS= read -r -d '' framework; do sign "$framework"; done
sign --entitlements "$here/program.entitlements" "$app"
codesign --verify --deep --strict "$app"

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging"
ln -s /Applications "$staging/Applications"
rm -f "$image"
hdiutil create -quiet -volname Frontispiece -srcfolder "$staging" -fs HFS+ -format ULFO "$image"

if [[ $identity != - ]]; then
    codesign --force --sign "$identity" --timestamp "$image"
    if [[ -n ${MACOS_NOTARY_PROFILE:-} ]]; then
        xcrun notarytool submit "$image" --keychain-profile "$MACOS_NOTARY_PROFILE" --wait
        xcrun stapler staple "$image"
    fi
fi
echo "Disk image: $image"
