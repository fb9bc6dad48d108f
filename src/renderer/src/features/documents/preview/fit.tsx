import type { FitReport } from '#shared/documents.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { scaleWords } from '../words.ts'
import classes from './preview.module.css'

/** More would push the page out of sight. */
const NAMED_MOST = 3

/** What fitting on one page did. */
export function Fit({ fit, chosenScale }: { readonly fit: FitReport; readonly chosenScale: number }) {
  const { isFitted, scale, left } = fit
  if (!isFitted) {
    return (
      <output className={classes.notice}>
        It does not fit on one page, even smaller and without what could be left out. Turn parts off or shorten them.
      </output>
    )
  }
  const smaller = scale < chosenScale ? `the text is set at ${scaleWords(scale)}` : ''
  if (left.length === 0) {
    return smaller === '' ? null : <output className={classes.aside}>To fit on one page, {smaller}.</output>
  }
  return (
    <div className={classes.notice}>
      <output>
        To fit on one page, {smaller === '' ? '' : `${smaller} and `}
        {formatQuantity(left.length, ['part is', 'parts are'])} left out:
      </output>
      <Parts parts={left.slice(0, NAMED_MOST)} />
      {left.length > NAMED_MOST && (
        <details>
          <summary>{left.length - NAMED_MOST} more</summary>
          <Parts parts={left.slice(NAMED_MOST)} />
        </details>
      )}
    </div>
  )
}

function Parts({ parts }: { readonly parts: FitReport['left'] }) {
  return (
    <ul>
      {parts.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  )
}
