import { Button, Group, Modal, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import {
  DOCUMENT_LANGUAGES,
  documentStyleSchema,
  TEMPLATES,
  type DocumentHead,
  type DocumentKind,
  type DocumentStyle,
} from '#shared/documents.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { languageName } from '../../../ui/format.ts'
import { notifyProblem } from '../../../ui/notify.tsx'
import { KIND_WORDS, TEMPLATE_WORDS } from '../words.ts'
import classes from './list.module.css'

/** Asks what the new document is and where it begins. */
export function NewDocument(props: {
  readonly initialKind: DocumentKind
  readonly documents: readonly DocumentHead[]
  readonly onClose: () => void
}) {
  const { documents, onClose } = props
  const api = useApi()
  const { data } = useQuery(api.career.get.queryOptions())
  const isCareerEmpty = data?.isEmpty ?? false
  const [kind, setKind] = useState(props.initialKind)
  const [name, setName] = useState('')
  const [chosen, setStart] = useState<string | null>(null)
  const [style, setStyle] = useState(() => documentStyleSchema.parse({}))
  const sources = documents.filter((head) => head.kind === kind)
  const start = chosen ?? (isCareerEmpty ? 'blank' : 'career')
  const { isMaking, make } = useMaking()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void make({ kind, name: name.trim(), start, style })
  }
  return (
    <Modal opened onClose={onClose} title="New document" size={440}>
      <form className={classes.form} onSubmit={submit}>
        <SegmentedControl
          size="xs"
          aria-label="Kind"
          data={[
            { value: 'resume', label: KIND_WORDS.resume },
            { value: 'letter', label: KIND_WORDS.letter },
          ]}
          value={kind}
          onChange={(value) => {
            setKind(value === 'letter' ? 'letter' : 'resume')
            setStart(null)
          }}
        />
        <TextInput
          data-autofocus
          required
          label="Name"
          placeholder={kind === 'letter' ? 'Letter to Northwind' : 'My résumé'}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label="Start from"
          data={[
            ...(isCareerEmpty ? [] : [{ value: 'career', label: 'My career' }]),
            { value: 'blank', label: 'Blank' },
            ...sources.map((head) => ({ value: String(head.id), label: head.name })),
          ]}
          value={start}
          onChange={(event) => setStart(event.currentTarget.value)}
        />
        {isCareerEmpty && (
          <p className={classes.note}>
            Your career is empty, so there is nothing to start from.{' '}
            <Link to="/profile/career">Fill it in or import a résumé</Link>.
          </p>
        )}
        <NativeSelect
          label="Language of headings and dates"
          data={DOCUMENT_LANGUAGES.map((value) => ({ value, label: languageName(value) }))}
          value={style.language}
          onChange={({ currentTarget: { value } }) => {
            const language = DOCUMENT_LANGUAGES.find((known) => known === value)
            if (language) setStyle({ ...style, language })
          }}
        />
        <NativeSelect
          label="Template"
          description={TEMPLATE_WORDS[style.template].note}
          data={TEMPLATES.map((value) => ({ value, label: TEMPLATE_WORDS[value].name }))}
          value={style.template}
          onChange={({ currentTarget: { value } }) => {
            const template = TEMPLATES.find((known) => known === value)
            if (template) setStyle({ ...style, template })
          }}
        />
        <Group justify="flex-end" gap={8}>
          <Button size="xs" variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button size="xs" type="submit" loading={isMaking} disabled={name.trim() === ''}>
            Make it
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

function useMaking() {
  const api = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [isMaking, setMaking] = useState(false)
  const make = async (wish: {
    readonly kind: DocumentKind
    readonly name: string
    readonly start: string
    readonly style: DocumentStyle
  }) => {
    const { kind, name, style } = wish
    setMaking(true)
    try {
      const made = await api.documents.create.call({ kind, name, style, start: startOf(wish.start) })
      void queryClient.invalidateQueries({ queryKey: api.documents.list.key() })
      await navigate({ to: '/documents/$id', params: { id: String(made.id) } })
    } catch (error) {
      notifyProblem(describeProblem(error))
    } finally {
      setMaking(false)
    }
  }
  return { isMaking, make }
}

function startOf(start: string) {
  if (start === 'career' || start === 'blank') return { from: start } as const
  return { from: 'document', id: Number(start) } as const
}
