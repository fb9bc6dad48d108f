import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses'

/** The text by which Electron's program is searched for its fuses (Electron's documentation, "Electron Fuses"). */
export const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Switches burnt into the packaged program. Every fuse is decided here: one that a later Electron adds stops the build. */
export const FUSES = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // ELECTRON_RUN_AS_NODE, NODE_OPTIONS and --inspect would each turn the signed program into somebody else's.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  // Code comes from the archive, and the archive is the one that was built (macOS and Windows check it).
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Our pages come from app://, so file:// keeps no privileges.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // A matter of speed only: memory checks of WebAssembly by the processor.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies FuseConfig
