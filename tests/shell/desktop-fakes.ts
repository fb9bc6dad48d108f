import type { Clipboard, Dialogs, Opener, Question } from '#main/shell/electron/ports.ts'

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
