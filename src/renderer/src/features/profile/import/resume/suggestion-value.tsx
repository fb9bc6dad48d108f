import type { Bullet } from '#shared/career.ts'
import type { Suggestion } from '#shared/resume-import.ts'
import { EXTRA_KIND_WORDS } from '../../career/career-words.ts'
import { monthWords, spanWords } from '../../career/fields/written-month.ts'
import { SPOKEN_LEVEL_WORDS } from '../../profile-words.ts'
import classes from '../import.module.css'
import { suggestionName } from './resume-words.ts'

/** What was read, as it would be kept. */
export function SuggestionValue({ suggestion }: { readonly suggestion: Suggestion }) {
  return (
    <div className={classes.value}>
      <p className={classes.name}>{suggestionName(suggestion)}</p>
      <Details suggestion={suggestion} />
    </div>
  )
}

function Details({ suggestion }: { readonly suggestion: Suggestion }) {
  switch (suggestion.kind) {
    case 'summary':
      return <p>{suggestion.value}</p>
    case 'link':
      return <Line words={[suggestion.label]} />
    case 'language':
      return <Line words={[suggestion.level === null ? 'Level not said' : SPOKEN_LEVEL_WORDS[suggestion.level]]} />
    case 'experience': {
      const { value } = suggestion
      return (
        <>
          <Line words={[spanWords(value), value.place]} />
          {value.summary !== '' && <p>{value.summary}</p>}
          <Points bullets={value.bullets} />
          {value.skills.length > 0 && <Line words={value.skills} />}
        </>
      )
    }
    case 'education': {
      const { value } = suggestion
      return (
        <>
          <Line words={[value.field, spanWords(value), value.place, value.grade]} />
          <Points bullets={value.bullets} />
        </>
      )
    }
    case 'project': {
      const { value } = suggestion
      return (
        <>
          <Line words={[value.role, spanWords(value), value.url]} />
          <Points bullets={value.bullets} />
          {value.skills.length > 0 && <Line words={value.skills} />}
        </>
      )
    }
    case 'extra': {
      const { kind, by, date, url, text } = suggestion.value
      return (
        <>
          <Line words={[EXTRA_KIND_WORDS[kind], by, date === null ? '' : monthWords(date), url]} />
          {text !== '' && <p>{text}</p>}
        </>
      )
    }
    case 'person':
    case 'skill':
      break
  }
  return null
}

function Line({ words }: { readonly words: readonly string[] }) {
  const said = words.filter((word) => word !== '')
  return said.length === 0 ? null : <p className={classes.muted}>{said.join(', ')}</p>
}

function Points({ bullets }: { readonly bullets: readonly Bullet[] }) {
  if (bullets.length === 0) return null
  return (
    <ul>
      {bullets.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  )
}
