import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { hunksOf } from '#shared/document-hunks.ts'
import type { Document, VersionHead } from '#shared/documents.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import hunks from '../hunks/hunks.module.css'
import { HunkSides } from '../hunks/hunk-sides.tsx'
import { HUNK_WORDS, placeWords } from '../hunks/hunk-words.ts'
import { styleChangesOf, type StyleChange } from './style-changes.ts'
import classes from './versions.module.css'

const NOW = 'now'

/** What is compared. */
type Shape = Pick<Document, 'content' | 'style'>

/** Any two of the versions, or one of them and the document as it is. */
export function Compare(props: {
  readonly document: Document
  readonly versions: readonly VersionHead[]
  readonly first: number | null
}) {
  const { document, versions } = props
  const [left, setLeft] = useState(props.first === null ? NOW : String(props.first))
  const [right, setRight] = useState(NOW)
  const before = useShape(document, left)
  const after = useShape(document, right)
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
      {before.shape && after.shape ? (
        <Differences before={before.shape} after={after.shape} names={[nameOf(left), nameOf(right)]} />
      ) : (
        !error && <output className={classes.line}>Reading both…</output>
      )}
    </Section>
  )
}

function useShape(document: Document, choice: string): { shape: Shape | undefined; error: Error | null } {
  const api = useApi()
  const isNow = choice === NOW
  const query = useQuery({
    ...api.documents.version.queryOptions({ input: { versionId: isNow ? 1 : Number(choice) } }),
    enabled: !isNow,
    staleTime: Infinity,
  })
  return isNow ? { shape: document, error: null } : { shape: query.data, error: query.error }
}

function Differences(props: {
  readonly before: Shape
  readonly after: Shape
  readonly names: readonly [before: string, after: string]
}) {
  const { names } = props
  const before = props.before.content
  const after = props.after.content
  const found = useMemo(() => hunksOf(before, after), [before, after])
  const looks = styleChangesOf(props.before.style, props.after.style)
  return (
    <>
      <output className={classes.line} aria-label="How many differences">
        {countWords(found.length, looks.length)}
      </output>
      {looks.length > 0 && <Looks changes={looks} />}
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

function Looks({ changes }: { readonly changes: readonly StyleChange[] }) {
  return (
    <ul className={classes.looks} aria-label="Looks">
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          {label}: <Swatch words={before} />
          {before} → <Swatch words={after} />
          {after}
        </li>
      ))}
    </ul>
  )
}

/** A colour is easier seen than read. */
function Swatch({ words }: { readonly words: string }) {
  if (!words.startsWith('#')) return null
  return <i className={classes.swatch} style={{ background: words }} aria-hidden="true" />
}

function countWords(content: number, looks: number): string {
  if (content === 0) return looks === 0 ? 'Both say the same.' : 'Both say the same; they look different.'
  const words = formatQuantity(content, ['difference', 'differences'])
  return looks === 0 ? words : `${words}, and they look different`
}
