import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { hunksOf } from '#shared/document-hunks.ts'
import type { Document, DocumentContent, VersionHead } from '#shared/documents.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import hunks from '../hunks/hunks.module.css'
import { HunkSides } from '../hunks/hunk-sides.tsx'
import { HUNK_WORDS, placeWords } from '../hunks/hunk-words.ts'
import classes from './versions.module.css'

const NOW = 'now'

/** Any two of the versions, or one of them and the document as it is. */
export function Compare(props: {
  readonly document: Document
  readonly versions: readonly VersionHead[]
  readonly first: number | null
}) {
  const { document, versions } = props
  const [left, setLeft] = useState(props.first === null ? NOW : String(props.first))
  const [right, setRight] = useState(NOW)
  const before = useContent(document, left)
  const after = useContent(document, right)
  const choices = [
    { value: NOW, label: 'The document as it is now' },
    ...versions.map(({ id, number, name }) => ({ value: String(id), label: `${number}. ${name}` })),
  ]
  const nameOf = (value: string) => choices.find((choice) => choice.value === value)?.label ?? ''
  const error = before.error ?? after.error
  return (
    <Section id="compare-title" title="Compare" aside="Words that are gone are struck out, new ones underlined.">
      <div className={classes.choose}>
        <NativeSelect
          size="xs"
          label="Before"
          data={choices}
          value={left}
          onChange={(event) => setLeft(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label="After"
          data={choices}
          value={right}
          onChange={(event) => setRight(event.currentTarget.value)}
        />
      </div>
      {error && <p role="alert">{describeProblem(error).message}</p>}
      {before.content && after.content ? (
        <Differences before={before.content} after={after.content} names={[nameOf(left), nameOf(right)]} />
      ) : (
        !error && <output className={classes.line}>Reading both…</output>
      )}
    </Section>
  )
}

function useContent(document: Document, choice: string): { content: DocumentContent | undefined; error: Error | null } {
  const api = useApi()
  const isNow = choice === NOW
  const query = useQuery({
    ...api.documents.version.queryOptions({ input: { versionId: isNow ? 1 : Number(choice) } }),
    enabled: !isNow,
    staleTime: Infinity,
  })
  return isNow ? { content: document.content, error: null } : { content: query.data?.content, error: query.error }
}

function Differences(props: {
  readonly before: DocumentContent
  readonly after: DocumentContent
  readonly names: readonly [before: string, after: string]
}) {
  const { before, after, names } = props
  const found = useMemo(() => hunksOf(before, after), [before, after])
  return (
    <>
      <output className={classes.line} aria-label="How many differences">
        {found.length === 0 ? 'Both say the same.' : formatQuantity(found.length, ['difference', 'differences'])}
      </output>
      <ul className={hunks.list} aria-label="Differences">
        {found.map((hunk) => (
          <li key={hunk.id} className={hunks.hunk}>
            <div className={hunks.place}>
              <ToneBadge tone="plain">{HUNK_WORDS[hunk.type]}</ToneBadge> {placeWords(hunk, [before, after])}
            </div>
            <HunkSides hunk={hunk} names={names} />
          </li>
        ))}
      </ul>
    </>
  )
}
