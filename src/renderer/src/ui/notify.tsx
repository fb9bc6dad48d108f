import { Button } from '@mantine/core'
import { hideNotification, showNotification } from '@mantine/notifications'

const UNDO_MS = 8000

/** A short word at the edge of the window, with a button to take the action back. */
export function notifyUndo(message: string, onUndo: () => void): void {
  const id = showNotification({
    withCloseButton: true,
    withBorder: true,
    autoClose: UNDO_MS,
    message: (
      <span style={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 12 }}>
        {message}
        <Button
          size="compact-xs"
          variant="light"
          onClick={() => {
            hideNotification(id)
            onUndo()
          }}
        >
          Undo
        </Button>
      </span>
    ),
  })
}

export function notify(message: string): void {
  showNotification({ message, withBorder: true, autoClose: 3500 })
}

export function notifyProblem(problem: { readonly title: string; readonly message: string }): void {
  showNotification({ title: problem.title, message: problem.message, color: 'red', withBorder: true, autoClose: 8000 })
}
