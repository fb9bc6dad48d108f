import {
  IconBriefcase,
  IconBuilding,
  IconCode,
  IconCornerDownLeft,
  IconListSearch,
  IconMapPin,
  type Icon,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { formatQuantity } from '../../../ui/format.ts'
import classes from './suggestion-list.module.css'
import type { Choice } from './use-suggestions.ts'

export const SUGGESTIONS_ID = 'job-suggestions'

const ICONS: Readonly<Record<Choice['kind'], Icon>> = {
  title: IconBriefcase,
  company: IconBuilding,
  skill: IconCode,
  city: IconMapPin,
  field: IconListSearch,
}

/** What the choice is, and so what taking it does. */
const KIND_WORDS: Readonly<Record<Exclude<Choice['kind'], 'field'>, string>> = {
  title: 'Title',
  company: 'Company',
  skill: 'Skill',
  city: 'City',
}

export function suggestionId(index: number): string {
  return `${SUGGESTIONS_ID}-${index}`
}

/** The choices under the search field. The field keeps the focus: the active one is told by its id. */
export function SuggestionList(props: {
  readonly choices: readonly Choice[]
  readonly active: number | null
  readonly onActive: (index: number) => void
  readonly onTake: (choice: Choice) => void
}) {
  const { active } = props
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active !== null) list.current?.children.item(active)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={list}
      id={SUGGESTIONS_ID}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a combobox of our own
      role="listbox"
      tabIndex={-1}
      aria-label="Suggestions"
      className={classes.list}
      // A press must not take the focus from the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {props.choices.map((choice, index) => (
        <ChoiceRow
          key={choice.key}
          choice={choice}
          id={suggestionId(index)}
          isActive={index === active}
          onMove={() => props.onActive(index)}
          onTake={() => props.onTake(choice)}
        />
      ))}
    </div>
  )
}

function ChoiceRow(props: {
  readonly choice: Choice
  readonly id: string
  readonly isActive: boolean
  readonly onMove: () => void
  readonly onTake: () => void
}) {
  const { choice, isActive } = props
  const KindIcon = ICONS[choice.kind]
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's, which has the focus
    <div
      id={props.id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a combobox of our own
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes.choice}
      onMouseMove={isActive ? undefined : props.onMove}
      onClick={props.onTake}
    >
      <KindIcon className={classes.icon} size={15} stroke={1.8} aria-hidden="true" />
      <span className={classes.word}>{choice.kind === 'field' ? `${choice.name}:` : choice.value}</span>
      <span className="cc-unseen">, </span>
      <span className={classes.kind}>{choice.kind === 'field' ? choice.about : KIND_WORDS[choice.kind]}</span>
      {choice.kind !== 'field' && (
        <>
          <span className="cc-unseen">, </span>
          <span className={classes.count}>{formatQuantity(choice.jobs, ['job', 'jobs'])}</span>
        </>
      )}
      <IconCornerDownLeft className={classes.enter} size={13} stroke={1.8} aria-hidden="true" />
    </div>
  )
}
