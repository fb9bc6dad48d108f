import { Button, Title } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ResumeReading, Suggestion } from '#shared/resume-import.ts'
import { Blank } from '../../../../ui/blank.tsx'
import { formatQuantity, languageName } from '../../../../ui/format.ts'
import { Card, Section } from '../../../../ui/page.tsx'
import classes from '../import.module.css'
import { KIND_WORDS, STATE_WORDS } from './resume-words.ts'
import { acceptedOf, allAccepted, byKind, decided, edited, isSure, isWhole, UNREVIEWED } from './review-state.ts'
import { SuggestionCard } from './suggestion-card.tsx'
import { useAccept } from './use-accept.ts'

/** What was read from a résumé, to be looked over thing by thing before any of it is kept. */
export function ResumeReview({ reading, onOther }: { readonly reading: ResumeReading; readonly onOther: () => void }) {
  if (reading.status !== 'ok') return <Unread reading={reading} onOther={onOther} />
  return <Suggestions reading={reading} onOther={onOther} />
}

function Suggestions({ reading, onOther }: { readonly reading: ResumeReading; readonly onOther: () => void }) {
  const { suggestions, unread } = reading
  const [review, setReview] = useState(UNREVIEWED)
  const { accept, isAccepting } = useAccept()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const accepted = acceptedOf(review, suggestions)
  const sure = suggestions.filter(isSure)
  const isReady = accepted.length > 0 && accepted.every(isWhole)
  const current = (suggestion: Suggestion) => review.edits.get(suggestion.id) ?? suggestion
  return (
    <>
      <Title order={2} fz="lg" ref={heading} tabIndex={-1} className={classes.head ?? ''}>
        {reading.fileName}
      </Title>
      <p className={classes.lead}>{readingWords(reading)}</p>
      <div className={classes.bar}>
        <output className={classes.count}>
          {accepted.length} of {suggestions.length} accepted
        </output>
        <Button size="xs" variant="default" onClick={onOther}>
          Another file
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={suggestions.length === 0}
          onClick={() => setReview((now) => allAccepted(now, suggestions))}
        >
          Accept all
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={sure.length === 0}
          onClick={() => setReview((now) => allAccepted(now, sure))}
        >
          Accept {sure.length} sure
        </Button>
        <Button
          size="xs"
          loading={isAccepting}
          disabled={!isReady}
          onClick={() => accept({ suggestions: accepted, name: reading.fileName })}
        >
          Take in {accepted.length}
        </Button>
      </div>
      {byKind(suggestions).map(([kind, of]) => (
        <Section
          key={kind}
          id={`suggested-${kind}`}
          title={KIND_WORDS[kind]}
          actions={
            <Button
              size="compact-xs"
              variant="subtle"
              flex="none"
              aria-label={`Accept all ${of.length}: ${KIND_WORDS[kind]}`}
              onClick={() => setReview((now) => allAccepted(now, of))}
            >
              Accept all {of.length}
            </Button>
          }
        >
          <Card>
            {of.map((suggestion) => (
              <SuggestionCard
                key={suggestion.id}
                suggestion={current(suggestion)}
                decision={review.decisions.get(suggestion.id) ?? null}
                onDecide={(decision) => setReview((now) => decided(now, suggestion.id, decision))}
                onEdit={(next) => setReview((now) => edited(now, next))}
              />
            ))}
          </Card>
        </Section>
      ))}
      {unread.length > 0 && (
        <Section id="unread-title" title="Not read" aside="Lines that led to no suggestion. Add by hand what counts.">
          <Card>
            <ul className={classes.unread}>
              {unread.map((line, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- the list never changes, and lines may be the same
                <li key={at}>{line}</li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
    </>
  )
}

function readingWords({ suggestions, pages, language }: ResumeReading): string {
  const from = pages === null ? '' : ` from ${formatQuantity(pages, ['page', 'pages'])}`
  const tongue = language === null ? '' : ` in ${languageName(language)}`
  const count = formatQuantity(suggestions.length, ['suggestion', 'suggestions'])
  return `${count}${from}${tongue}. Each stands beside the words it comes from. Accept what is right; nothing else is kept.`
}

function Unread({ reading, onOther }: { readonly reading: ResumeReading; readonly onOther: () => void }) {
  const way = useRef<HTMLButtonElement>(null)
  useEffect(() => way.current?.focus(), [])
  if (reading.status === 'ok') return null
  const { title, next } = STATE_WORDS[reading.status]
  return (
    <Blank
      icon={IconFileOff}
      title={title}
      isAlert
      actions={
        <>
          <Button ref={way} size="xs" onClick={onOther}>
            Choose another file
          </Button>
          <Button size="xs" variant="default" renderRoot={(root) => <Link to="/profile/career" {...root} />}>
            Write it yourself
          </Button>
        </>
      }
    >
      {reading.fileName}: {next}
    </Blank>
  )
}
