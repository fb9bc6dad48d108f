import { Button } from '@mantine/core'
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Suggestion } from '#shared/resume-import.ts'
import { ToneBadge } from '../../../../ui/tone-badge.tsx'
import classes from '../import.module.css'
import { CHECK_WORDS, doubtWords, suggestionName, SURE_WORDS } from './resume-words.ts'
import { type Decision, isSure } from './review-state.ts'
import { SuggestionForm } from './suggestion-form.tsx'
import { SuggestionValue } from './suggestion-value.tsx'

/** One thing that was read, beside the words it comes from, to accept, to put right or to reject. */
export function SuggestionCard(props: {
  /** As it was put right. */
  readonly suggestion: Suggestion
  readonly decision: Decision | null
  readonly onDecide: (decision: Decision) => void
  readonly onEdit: (suggestion: Suggestion) => void
}) {
  const { suggestion, decision } = props
  const [isEditing, setEditing] = useState(false)
  const name = suggestionName(suggestion)
  const { words, tone } = isSure(suggestion) ? SURE_WORDS : CHECK_WORDS
  const doubts = doubtWords(suggestion.doubts)
  return (
    <fieldset className={classes.card} aria-label={name}>
      <div className={classes.cardHead}>
        <span>
          <ToneBadge tone={tone} title="How sure the reader is">
            {words}
          </ToneBadge>{' '}
          {decision !== null && (
            <ToneBadge tone={decision === 'accepted' ? 'good' : 'plain'}>
              {decision === 'accepted' ? 'Accepted' : 'Rejected'}
            </ToneBadge>
          )}
        </span>
        <Button
          size="compact-xs"
          variant={decision === 'accepted' ? 'filled' : 'default'}
          leftSection={<IconCheck size={13} aria-hidden="true" />}
          aria-pressed={decision === 'accepted'}
          aria-label={`Accept ${name}`}
          onClick={() => props.onDecide('accepted')}
        >
          Accept
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconX size={13} aria-hidden="true" />}
          aria-pressed={decision === 'rejected'}
          aria-label={`Reject ${name}`}
          onClick={() => props.onDecide('rejected')}
        >
          Reject
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPencil size={13} aria-hidden="true" />}
          aria-expanded={isEditing}
          aria-label={isEditing ? `Done with ${name}` : `Edit ${name}`}
          onClick={() => setEditing(!isEditing)}
        >
          {isEditing ? 'Done' : 'Edit'}
        </Button>
      </div>
      {doubts !== '' && <p className={classes.doubts}>Why: {doubts}.</p>}
      <div className={classes.columns}>
        {isEditing ? (
          <SuggestionForm suggestion={suggestion} onChange={props.onEdit} />
        ) : (
          <SuggestionValue suggestion={suggestion} />
        )}
        <blockquote className={classes.source} aria-label="In the file">
          {suggestion.source}
        </blockquote>
      </div>
    </fieldset>
  )
}
