import { startElectronApp } from './shell/electron/start.ts'

// Not awaited: Electron becomes ready only after this module has been evaluated.
startElectronApp(process.argv.slice(1))
