import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'

/** Asks for a name; closes once it is taken. */
export function NameDialog(props: {
  readonly title: string
  readonly note?: string
  readonly initial: string
  /** The longest name, in characters. */
  readonly most: number
  readonly word: string
  readonly onSave: (name: string) => Promise<boolean>
  readonly onClose: () => void
}) {
  const [name, setName] = useState(props.initial)
  const [isSaving, setSaving] = useState(false)
  const trimmed = name.trim()
  const save = async () => {
    setSaving(true)
    const isSaved = await props.onSave(trimmed)
    setSaving(false)
    if (isSaved) props.onClose()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (trimmed !== '') void save()
  }
  return (
    <Modal opened onClose={props.onClose} title={props.title} size="sm">
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label="Name"
          {...(props.note === undefined ? {} : { description: props.note })}
          maxLength={props.most}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap={8} mt="md">
          <Button size="xs" variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button size="xs" type="submit" loading={isSaving} disabled={trimmed === ''}>
            {props.word}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
