import { Button } from '@mantine/core'
import { hideNotification, notificationsStore, showNotification, type NotificationData } from '@mantine/notifications'

const UNDO_MS = 8000
/** So many are shown at once. */
export const NOTICES_MAX = 2

type Kind = 'undo' | 'action' | 'word' | 'problem'

/** A newer notice takes the place of the older one of its kind, and of the oldest when there are too many. */
function show(kind: Kind, notice: Omit<NotificationData, 'id'>): string {
  const { notifications, queue } = notificationsStore.getState()
  const others = [...notifications, ...queue].flatMap(({ id }) => id ?? [])
  const same = others.filter((id) => id.startsWith(`${kind} `))
  const rest = others.filter((id) => !same.includes(id))
  for (const id of [...same, ...rest.slice(0, Math.max(0, rest.length - NOTICES_MAX + 1))]) hideNotification(id)
  return showNotification({ ...notice, id: `${kind} ${crypto.randomUUID()}`, withBorder: true })
}

/** A short word at the edge of the window, with a button to take the action back. */
export function notifyUndo(message: string, onUndo: () => void): void {
  showWithButton('undo', { message, label: 'Undo', run: onUndo })
}

/** A short word at the edge of the window, with a button for what to do about it. */
export function notifyAction(message: string, action: { readonly label: string; readonly run: () => void }): void {
  showWithButton('action', { message, ...action })
}

function showWithButton(
  kind: Kind,
  said: { readonly message: string; readonly label: string; readonly run: () => void },
) {
  const id = show(kind, {
    withCloseButton: true,
    autoClose: UNDO_MS,
    message: (
      <span style={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 12 }}>
        {said.message}
        <Button
          size="compact-xs"
          variant="light"
          flex="none"
          onClick={() => {
            hideNotification(id)
            said.run()
          }}
        >
          {said.label}
        </Button>
      </span>
    ),
  })
}

export function notify(message: string): void {
  show('word', { message, autoClose: 3500 })
}

export function notifyProblem(problem: { readonly title: string; readonly message: string }): void {
  show('problem', { title: problem.title, message: problem.message, color: 'red', autoClose: 8000 })
}
