import type { Clipboard, DesktopNotices, Dialogs, Opener, Question } from '#main/shell/electron/ports.ts'

/** The shell's ports without a desktop: what was asked of them is written down. */
export interface DesktopFakes {
  readonly opened: string[]
  readonly questions: Question[]
  readonly copied: string[]
  readonly opener: Opener
  readonly dialogs: Dialogs
  readonly clipboard: Clipboard
}

/** `pressed` is the button that the user presses in every dialog. */
export function desktopFakes({ pressed = 0 }: { pressed?: number } = {}): DesktopFakes {
  const opened: string[] = []
  const questions: Question[] = []
  const copied: string[] = []
  const push = (list: string[]) => (text: string) => {
    list.push(text)
    return Promise.resolve()
  }
  return {
    opened,
    questions,
    copied,
    opener: { openUrl: push(opened), openFolder: push(opened) },
    clipboard: { writeText: push(copied) },
    dialogs: {
      showError: ({ title, message }) => void questions.push({ message: title, detail: message, buttons: ['OK'] }),
      ask: (question) => {
        questions.push(question)
        return Promise.resolve(pressed)
      },
    },
  }
}

export type SystemAnswer = 'shows' | 'fails' | 'says_nothing' | 'is_unsupported'

export interface ShownNotice {
  readonly text: { title: string; body: string }
  readonly click: () => void
}

/** Messages of a system that answers like this to every one. */
export function fakeNotices(answer: SystemAnswer): { notices: DesktopNotices; shown: ShownNotice[] } {
  const shown: ShownNotice[] = []
  return {
    shown,
    notices: {
      isSupported: () => answer !== 'is_unsupported',
      create: (text) => {
        const listeners = new Map<'shown' | 'failed' | 'click', () => void>()
        return {
          onShown: (listen) => void listeners.set('shown', listen),
          onFailed: (listen) => void listeners.set('failed', () => listen('the system said no')),
          onClick: (listen) => void listeners.set('click', listen),
          show: () => {
            shown.push({ text, click: () => listeners.get('click')?.() })
            if (answer === 'shows') listeners.get('shown')?.()
            if (answer === 'fails') listeners.get('failed')?.()
          },
        }
      },
    },
  }
}
