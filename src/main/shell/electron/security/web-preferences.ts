import type { WebPreferences } from 'electron'

export interface PreferenceOptions {
  readonly preloadPath: string
  readonly hasDevTools: boolean
  readonly platform: NodeJS.Platform
}

/** How a page lives: in a sandbox, in a world of its own, without Node. Stated in full, so that no default can change it. Pure. */
export function webPreferences({ preloadPath, hasDevTools, platform }: PreferenceOptions): WebPreferences {
  return {
    preload: preloadPath,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    devTools: hasDevTools,
    // Only macOS has the dictionaries already; elsewhere Chromium would download them.
    spellcheck: platform === 'darwin',
  }
}
