import { Button, Loader } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconTrophyOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Achievement } from '#shared/briefings.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { dateWords, useHere } from '../../applications/index.ts'
import { BriefingFrame } from '../page/briefing-frame.tsx'
import { streakSentence } from '../words/week-words.ts'
import { inOrder, progressWords } from './achievement-words.ts'
import classes from './achievements.module.css'

/** What was reached and how far the rest is. */
export function AchievementsPage() {
  const api = useApi()
  const achievements = useQuery(api.briefings.achievements.queryOptions())
  const { data, error } = achievements
  const streak = data ? streakSentence(data.streakDays) : null
  return (
    <BriefingFrame name="Achievements">
      {error && !data && <ProblemBlank {...describeProblem(error)} onRetry={() => void achievements.refetch()} />}
      {achievements.isPending && (
        <output aria-label="Loading achievements">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {data?.isOn === false && (
        <Blank
          icon={IconTrophyOff}
          title="Achievements are switched off"
          actions={
            <Button size="xs" variant="default" renderRoot={(root) => <Link to="/settings/notifications" {...root} />}>
              Change that
            </Button>
          }
        />
      )}
      {data?.isOn === true && (
        <Section
          id="achievements-title"
          title="Achievements"
          aside={streak ?? 'A search is long. These mark the way; they can be switched off in Settings.'}
        >
          <ul className={classes.list} aria-label="Achievements">
            {inOrder(data.achievements).map((achievement) => (
              <AchievementRow key={achievement.key} achievement={achievement} />
            ))}
          </ul>
        </Section>
      )}
    </BriefingFrame>
  )
}

function AchievementRow({ achievement }: { readonly achievement: Achievement }) {
  const here = useHere()
  const { title, body, earnedAt } = achievement
  const StateIcon = earnedAt === null ? IconCircleDashed : IconCircleCheck
  return (
    <li className={classes.row} data-earned={earnedAt !== null || undefined}>
      <StateIcon size={18} stroke={1.7} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.name}>{title}</p>
        <p className={classes.note}>{body}</p>
      </div>
      <p className={classes.note}>
        {earnedAt === null ? (progressWords(achievement) ?? 'Not yet') : `Reached on ${dateWords(earnedAt, here)}`}
      </p>
    </li>
  )
}
