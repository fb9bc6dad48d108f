import { Button } from '@mantine/core'
import { hideNotification, showNotification } from '@mantine/notifications'

const UNDO_MS = 8000

/** A short word at the edge of the window, with a button to take the action back. Answers the id that withdraws it. */
export function notifyUndo(message: string, onUndo: () => void): string {
  return notifyAction(message, { label: 'Undo', run: onUndo })
}

/** A short word at the edge of the window, with a button for what to do about it. Answers the id that withdraws it. */
export function notifyAction(message: string, action: { readonly label: string; readonly run: () => void }): string {
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
          flex="none"
          onClick={() => {
            hideNotification(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      </span>
    ),
  })
  return id
}

/** Takes a word off the edge of the window, because a newer one says more. */
export function withdrawNotice(id: string): void {
  hideNotification(id)
}

export function notify(message: string): void {
  showNotification({ message, withBorder: true, autoClose: 3500 })
}

export function notifyProblem(problem: { readonly title: string; readonly message: string }): void {
  showNotification({ title: problem.title, message: problem.message, color: 'red', withBorder: true, autoClose: 8000 })
}
