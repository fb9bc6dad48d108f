import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CalendarEntry } from '#shared/applications.ts'
import { localDayOf } from '#shared/local-time.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { useCommands } from '../../../ui/commands.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { CALENDAR_SPANS, type ApplicationsView } from '../view/applications-url.ts'
import { addDays, dayStart } from '../view/days.ts'
import type { ChangeView } from '../view/use-applications-view.ts'
import { stepWord } from '../words/step-words.ts'
import { Agenda, Overdue } from './agenda.tsx'
import classes from './calendar-view.module.css'
import { byDay, dayAfterStep, daysShown, overdueOf, spanTitle } from './days-shown.ts'
import { Month } from './month.tsx'
import { Week } from './week.tsx'

const SPAN_WORDS = { month: 'Month', week: 'Week', agenda: 'Agenda' } as const
/** How far back something overdue is looked for. */
const OVERDUE_DAYS = 365

/** What comes when: interviews, answers, deadlines, follow-ups. In a narrow window it is a list of days. */
export function CalendarView(props: {
  readonly view: ApplicationsView
  readonly change: ChangeView
  readonly zone: string
}) {
  const { view, change, zone } = props
  const now = useNow(60_000)
  const isWide = useMediaQuery('(min-width: 900px)', true, { getInitialValueInEffect: false })
  const span = isWide ? view.span : 'agenda'
  const today = localDayOf(now, zone)
  const day = view.day ?? today
  const days = daysShown(span, day)
  const query = useEntries({ from: days[0] ?? day, until: addDays(days.at(-1) ?? day, 1), zone })
  const past = useEntries({ from: addDays(today, -OVERDUE_DAYS), until: addDays(today, 1), zone })
  const overdue = overdueOf(past.data ?? [], now)
  const turn = (step: -1 | 1) => change({ day: dayAfterStep(span, day, step) }, { isStep: true })
  const goToday = () => change({ day: null }, { isStep: true })
  useCommands([
    { id: 'calendar.today', group: 'Calendar', label: 'Go to today', keys: 't', run: goToday },
    { id: 'calendar.next', group: 'Calendar', label: 'Next page', keys: 'j', isKeyOnly: true, run: () => turn(1) },
    {
      id: 'calendar.previous',
      group: 'Calendar',
      label: 'Previous page',
      keys: 'k',
      isKeyOnly: true,
      run: () => turn(-1),
    },
  ])

  if (query.isError && !query.data)
    return <ProblemBlank {...describeProblem(query.error)} onRetry={() => void query.refetch()} />
  const shown = { days, entries: byDay(query.data ?? [], zone), today, now, zone }
  const when = (entry: CalendarEntry) => stepWord(entry, { now, zone }).when
  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <Button size="compact-sm" variant="default" onClick={goToday}>
          Today
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Previous ${SPAN_WORDS[span].toLowerCase()}`}
          onClick={() => turn(-1)}
        >
          <IconChevronLeft size={17} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Next ${SPAN_WORDS[span].toLowerCase()}`}
          onClick={() => turn(1)}
        >
          <IconChevronRight size={17} aria-hidden="true" />
        </ActionIcon>
        <h2 className={classes.title} aria-live="polite">
          {spanTitle(span, day)}
        </h2>
        {isWide && (
          <SegmentedControl
            className={classes.spans ?? ''}
            size="xs"
            aria-label="Span"
            data={CALENDAR_SPANS.map((value) => ({ value, label: SPAN_WORDS[value] }))}
            value={span}
            onChange={(value) => {
              const next = CALENDAR_SPANS.find((known) => known === value)
              if (next) change({ span: next })
            }}
          />
        )}
      </div>
      {overdue.length > 0 && <Overdue entries={overdue} now={now} zone={zone} when={when} />}
      <section
        className={classes.scroll}
        aria-label="Calendar"
        aria-busy={query.isFetching && !query.data}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {span === 'month' && (
          <Month {...shown} month={day.slice(0, 7)} onDay={(picked) => change({ span: 'agenda', day: picked })} />
        )}
        {span === 'week' && <Week {...shown} />}
        {span === 'agenda' && <Agenda {...shown} />}
      </section>
    </div>
  )
}

function useEntries(range: { readonly from: string; readonly until: string; readonly zone: string }) {
  const api = useApi()
  const input = { from: dayStart(range.from, range.zone), until: dayStart(range.until, range.zone) }
  return useQuery(api.applications.calendar.queryOptions({ input, placeholderData: keepPreviousData, staleTime: 5000 }))
}
