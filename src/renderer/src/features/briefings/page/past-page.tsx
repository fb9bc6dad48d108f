import { Button, Loader } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { BriefingKind } from '#shared/briefings.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { Card, Section } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { momentWords, useHere } from '../../applications/index.ts'
import { KIND_WORDS } from '../words/briefing-words.ts'
import { BriefingFrame } from './briefing-frame.tsx'
import classes from './briefing-page.module.css'

const SHOWN = 30
const SHOWN_MAX = 100

/** Those that were written at their time. */
export function PastPage() {
  const api = useApi()
  const here = useHere()
  const [limit, setLimit] = useState(SHOWN)
  const past = useQuery({
    ...api.briefings.past.queryOptions({ input: { limit } }),
    placeholderData: (before: Lines | undefined) => before,
  })
  return (
    <BriefingFrame name="Earlier briefings">
      {past.error && !past.data && (
        <ProblemBlank {...describeProblem(past.error)} onRetry={() => void past.refetch()} />
      )}
      {past.isPending && (
        <output aria-label="Loading earlier briefings">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {past.data?.length === 0 && (
        <Blank
          icon={IconHistory}
          title="None has been written yet"
          actions={
            <Button size="xs" variant="default" renderRoot={(root) => <Link to="/settings/notifications" {...root} />}>
              When they are written
            </Button>
          }
        >
          Briefings that come at their time are kept here. Those you look at in between are not.
        </Blank>
      )}
      {past.data && past.data.length > 0 && (
        <Section id="past-title" title="Earlier briefings" aside="As things were then.">
          <Card>
            {past.data.map(
              ({ id, kind, slotAt, madeAt }) =>
                id !== null && (
                  <Link key={id} to="/briefing/$id" params={{ id: String(id) }} className={classes.pastLine}>
                    <span className={classes.pastKind}>{KIND_WORDS[kind]}</span>
                    <span className={classes.pastTime}>{momentWords(slotAt ?? madeAt, here)}</span>
                  </Link>
                ),
            )}
          </Card>
          {past.data.length === limit && limit < SHOWN_MAX && (
            <Button mt={16} size="xs" variant="default" onClick={() => setLimit(SHOWN_MAX)}>
              Show earlier ones
            </Button>
          )}
        </Section>
      )}
    </BriefingFrame>
  )
}

type Lines = { id: number | null; kind: BriefingKind; slotAt: number | null; madeAt: number }[]
