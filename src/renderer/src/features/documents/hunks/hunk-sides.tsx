import type { Hunk } from '#shared/document-hunks.ts'
import classes from './hunks.module.css'
import { wordDiff } from './word-diff.ts'

/** What stood there and what stands there, side by side. Words that are gone are struck out, new ones underlined. */
export function HunkSides(props: { readonly hunk: Hunk; readonly names: readonly [before: string, after: string] }) {
  const { hunk, names } = props
  if (hunk.before === null || hunk.after === null) return <OneSide hunk={hunk} />
  const { before, after } = hunk
  const parts = wordDiff(before, after)
  return (
    <div className={classes.sides}>
      <div className={classes.side}>
        <span className="cc-unseen">{names[0]}: </span>
        {before === '' ? (
          <span className={classes.none}>Not there</span>
        ) : (
          parts.map(({ kind, text, id }) =>
            kind === 'new' ? null : kind === 'gone' ? <del key={id}>{text}</del> : <span key={id}>{text}</span>,
          )
        )}
      </div>
      <div className={classes.side}>
        <span className="cc-unseen">{names[1]}: </span>
        {after === '' ? (
          <span className={classes.none}>Not there</span>
        ) : (
          parts.map(({ kind, text, id }) =>
            kind === 'gone' ? null : kind === 'new' ? <ins key={id}>{text}</ins> : <span key={id}>{text}</span>,
          )
        )}
      </div>
    </div>
  )
}

/** What is new, or what is gone, where there is nothing beside it. */
function OneSide({ hunk }: { readonly hunk: Hunk }) {
  const { before, after } = hunk
  if (before === null && after === null) return null
  return (
    <div className={classes.sides} data-one>
      <div className={classes.side}>{after ?? <del>{before}</del>}</div>
    </div>
  )
}
