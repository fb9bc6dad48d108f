import { IconTrophy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../../bridge/api.tsx'
import { inOrder } from './achievement-words.ts'
import classes from './achievements.module.css'

const SHOWN = 3

/** The latest achievements in one line; nothing while there are none, or they are off. */
export function AchievementStrip() {
  const api = useApi()
  const { data } = useQuery(api.briefings.achievements.queryOptions())
  const reached = inOrder(data?.achievements ?? []).filter(({ earnedAt }) => earnedAt !== null)
  if (data?.isOn !== true || reached.length === 0) return null
  return (
    <aside className={classes.strip} aria-label="Achievements">
      <IconTrophy size={16} stroke={1.8} aria-hidden="true" />
      <p className={classes.stripWords}>
        {reached
          .slice(0, SHOWN)
          .map(({ title }) => title)
          .join(' · ')}
      </p>
      <Link to="/briefing/achievements" className={classes.link}>
        All achievements
      </Link>
    </aside>
  )
}
