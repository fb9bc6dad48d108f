import { contextBridge, ipcRenderer } from 'electron'

/** The page's window, as far as it is needed here: the rest of this project is typed without a browser. */
declare const window: {
  readonly location: { readonly origin: string }
  readonly postMessage: (message: string, targetOrigin: string, transfer: readonly unknown[]) => void
}

/** Asks the main process for the contract: one end of a fresh channel goes there, the other to the page. */
function requestPort(): void {
  const { port1, port2 } = new MessageChannel()
  ipcRenderer.postMessage('career-copilot:connect', null, [port1])
  window.postMessage('career-copilot:port', window.location.origin, [port2])
}

contextBridge.exposeInMainWorld('careerCopilot', { platform: process.platform, requestPort })
