// The preview's page script; see ARCHITECTURE.md.
globalThis.frontispiecePreview = {}
