import { clipboard as electronClipboard, dialog, Notification, shell } from 'electron'
import ElectronStore from 'electron-store'
import type { Log } from '../../../infra/log/log.ts'
import type { Clipboard, DesktopNotices, Dialogs, Opener, ShellStateStore } from '../ports.ts'

/** The shell's ports over Electron. */
export const dialogs: Dialogs = {
  showError: ({ title, message }) => dialog.showErrorBox(title, message),
  ask: async ({ message, detail, buttons }) => {
    const cancelId = buttons.length - 1
    const { response } = await dialog.showMessageBox({ message, detail, buttons: [...buttons], defaultId: 0, cancelId })
    return response
  },
}

export const clipboard: Clipboard = { writeText: (text) => electronClipboard.writeText(text) }

export const notices: DesktopNotices = {
  isSupported: () => Notification.isSupported(),
  create: (text) => {
    const notice = new Notification(text)
    return {
      onShown: (listen) => notice.once('show', () => listen()),
      onFailed: (listen) => notice.once('failed', (_event, problem) => listen(problem)),
      onClick: (listen) => notice.on('click', () => listen()),
      show: () => notice.show(),
    }
  },
}

export function opener(log: Log): Opener {
  return {
    openUrl: (url) =>
      shell.openExternal(url).catch((error: unknown) => {
        log.warn({ err: error, scheme: URL.parse(url)?.protocol }, 'the system opened no program for an address')
        return dialogs
          .ask({ message: 'The system has no program for this address', detail: url, buttons: ['OK'] })
          .then(() => undefined)
      }),
    openFolder: async (path) => {
      const problem = await shell.openPath(path)
      if (problem !== '') await dialogs.ask({ message: problem, detail: path, buttons: ['OK'] })
    },
  }
}

/** A small file beside the database. One that cannot be read is started afresh: it holds only where the window was. */
export function shellStateStore(profileDir: string): ShellStateStore {
  const store = new ElectronStore({ cwd: profileDir, name: 'window', clearInvalidConfig: true })
  return {
    read: () => store.store,
    write: (state) => {
      store.store = state
    },
  }
}
