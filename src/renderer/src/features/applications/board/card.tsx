import type { DraggableProvided } from '@hello-pangea/dnd'
import { ActionIcon } from '@mantine/core'
import { IconCheck, IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo, type MouseEvent } from 'react'
import type { ApplicationCard } from '#shared/applications.ts'
import { formatAge, formatDate } from '../../../ui/format.ts'
import { MatchBadge, VisaBadge } from '../../jobs/index.ts'
import { STAGE_WORDS } from '../words/stage-words.ts'
import { STEP_ICONS, stepWord } from '../words/step-words.ts'
import { titleLines } from './card-height.ts'
import classes from './card.module.css'
import { GhostHint } from './ghost-hint.tsx'
import type { CardActs } from './card-acts.ts'

export function cardElementId(id: number): string {
  return `application-${id}`
}

interface CardProps {
  readonly card: ApplicationCard
  readonly provided: DraggableProvided
  readonly acts: CardActs
  readonly now: number
  readonly zone: string
  /** Its place in its column, from 0, and how many lie there; null for the one in the hand. */
  readonly place: { readonly index: number; readonly total: number } | null
  readonly top: number
  readonly heightPx: number
  readonly isTabStop: boolean
  readonly isMarked: boolean
  readonly isPicked: boolean
  readonly isDragged: boolean
}

/** One application on the board: what, where, how long it has stood there, and what comes next. */
export const Card = memo(function Card(props: CardProps) {
  const { card, provided, acts, place } = props
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('button') !== null) return
    event.preventDefault()
    if (event.metaKey || event.ctrlKey) acts.toggle(card.id)
    else acts.open(card.id)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the board has the keys for all its cards
    <div
      ref={provided.innerRef}
      // oxlint-disable-next-line react/refs -- what the library hands over while drawing are attributes
      {...provided.draggableProps}
      {...provided.dragHandleProps}
      id={place === null ? undefined : cardElementId(card.id)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native item cannot stand in a list of which only some are drawn
      role="listitem"
      aria-setsize={place?.total}
      aria-posinset={place === null ? undefined : place.index + 1}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- lifted and moved by keys
      tabIndex={props.isTabStop ? 0 : -1}
      className={classes.card}
      data-application={card.id}
      data-dragged={props.isDragged || undefined}
      data-marked={props.isMarked || undefined}
      data-picked={props.isPicked || undefined}
      style={{
        ...provided.draggableProps.style,
        ...(place === null ? {} : { top: props.top, height: props.heightPx }),
      }}
      onClick={onClick}
      onFocus={() => acts.focus(card.id)}
    >
      <CardWords card={card} now={props.now} zone={props.zone} acts={acts} isPicked={props.isPicked} />
    </div>
  )
})

const CardWords = memo(function CardWords(props: {
  readonly card: ApplicationCard
  readonly acts: CardActs
  readonly now: number
  readonly zone: string
  readonly isPicked: boolean
}) {
  const { card, acts, now } = props
  return (
    <>
      <div className={classes.head}>
        {props.isPicked && (
          <span className={classes.check}>
            <IconCheck size={11} stroke={3} aria-hidden="true" />
            <span className="cc-unseen">Selected:</span>
          </span>
        )}
        <Link
          to="/applications/$id"
          params={{ id: String(card.id) }}
          className={classes.title}
          data-lines={titleLines(card)}
          title={card.title}
          draggable={false}
          tabIndex={-1}
        >
          {card.title}
        </Link>
        <ActionIcon
          className={classes.more ?? ''}
          variant="subtle"
          color="gray"
          size={24}
          tabIndex={-1}
          aria-label={`Move ${card.title}, and more`}
          aria-haspopup="menu"
          onClick={(event) => acts.menu(card.id, event.currentTarget)}
        >
          <IconDots size={15} aria-hidden="true" />
        </ActionIcon>
      </div>
      <div className={classes.where}>
        <span className={classes.company}>{card.company}</span>
        {card.place !== '' && <span className={classes.city}>{card.place}</span>}
      </div>
      <div className={classes.facts}>
        <span className={classes.age} title={`${STAGE_WORDS[card.stage]} since ${formatDate(card.stageSince)}`}>
          <span className="cc-unseen">{STAGE_WORDS[card.stage]} for </span>
          {formatAge(card.stageSince, now)}
        </span>
        {card.match !== null && <MatchBadge score={card.match} />}
        {card.visa !== null && card.visa !== 'unstated' && <VisaBadge status={card.visa} />}
        {card.isJobClosed && <span className={classes.closed}>Job closed</span>}
      </div>
      {card.nextStep !== null && <NextStep step={card.nextStep} now={now} zone={props.zone} />}
      {card.looksGhosted && <GhostHint card={card} acts={acts} />}
    </>
  )
})

function NextStep(props: {
  readonly step: NonNullable<ApplicationCard['nextStep']>
  readonly now: number
  readonly zone: string
}) {
  const { step, now, zone } = props
  const { word, when, urgency } = stepWord(step, { now, zone })
  const StepIcon = STEP_ICONS[step.kind]
  return (
    <div className={classes.step} data-urgency={urgency}>
      <StepIcon size={13} stroke={1.9} aria-hidden="true" />
      {urgency === 'overdue' && <span className="cc-unseen">Overdue:</span>}
      <span className={classes.stepWord}>{word}</span>
      <span className={classes.when}>{when}</span>
    </div>
  )
}
