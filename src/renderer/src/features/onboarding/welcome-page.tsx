import { Button, Collapse, Text } from '@mantine/core'
import { IconArrowRight, IconPlaneTilt, IconSparkles } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem, type Problem } from '../../bridge/problem.ts'
import { useSaveSettings } from '../settings/index.ts'
import { SourceChoice, type Wish } from './source-choice.tsx'
import classes from './welcome-page.module.css'

/** The first page of a new profile: what this is, and two ways to begin. */
export function WelcomePage() {
  const api = useApi()
  const navigate = useNavigate()
  const settings = useSaveSettings()
  const start = useMutation(api.discovery.start.mutationOptions())
  const [isChoosing, setChoosing] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)

  const begin = async (prepare: () => Promise<boolean>, sourceIds: string[] | null) => {
    setBusy(true)
    setProblem(null)
    try {
      if (!(await prepare())) return
      if (sourceIds) await start.mutateAsync({ sourceIds, trigger: 'onboarding' })
      if (await settings.save({ onboardedAt: Date.now() })) await navigate({ to: '/jobs' })
    } catch (error) {
      setProblem(describeProblem(error))
    } finally {
      setBusy(false)
    }
  }
  const withSample = () => void begin(() => Promise.resolve(true), ['sample'])
  const withWish = (wish: Wish) => void begin(() => settings.save(wish), [])
  const withNothing = () => void begin(() => Promise.resolve(true), null)

  return (
    <main className={classes.page}>
      <title>Welcome · Career Copilot</title>
      <div className={classes.column}>
        <svg width="44" height="44" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" fill="#5a61d6" />
          <path d="M9 21.5 16 8l7 13.5-7-3.6z" fill="#fff" />
        </svg>
        <h1 className={classes.title}>Find the job that lets you move</h1>
        <p className={classes.lead}>
          Career Copilot gathers jobs in AI, data and software across Europe, and reads each posting for pay, place,
          skills and whether the employer helps with a visa, in its own words. Everything stays on this computer.
        </p>
        <div className={classes.choices}>
          <section className={classes.choice} aria-labelledby="sample-title">
            <IconSparkles size={22} stroke={1.6} className={classes.icon} aria-hidden="true" />
            <h2 id="sample-title" className={classes.name}>
              Look around first
            </h2>
            <p className={classes.note}>Invented jobs from invented companies. Works offline and takes 10 seconds.</p>
            <Button fullWidth mt="auto" loading={isBusy && !isChoosing} onClick={withSample}>
              Look around with sample jobs
            </Button>
          </section>
          <section className={classes.choice} aria-labelledby="real-title">
            <IconPlaneTilt size={22} stroke={1.6} className={classes.icon} aria-hidden="true" />
            <h2 id="real-title" className={classes.name}>
              Start for real
            </h2>
            <p className={classes.note}>Say where to look and for what. You can change all of it later.</p>
            <Button
              fullWidth
              mt="auto"
              variant="default"
              aria-expanded={isChoosing}
              rightSection={<IconArrowRight size={15} aria-hidden="true" />}
              onClick={() => setChoosing(!isChoosing)}
            >
              Choose sources and start
            </Button>
          </section>
        </div>
        {problem && (
          <p role="alert" className={classes.problem}>
            <strong>{problem.title}.</strong> {problem.message}
            {problem.logId !== null && ` Log id ${problem.logId}.`}
          </p>
        )}
        <Collapse expanded={isChoosing}>
          {isChoosing && <SourceChoice issues={settings.issues} isBusy={isBusy} onStart={withWish} />}
        </Collapse>
        <Text size="xs" c="dimmed" mt="lg">
          Or{' '}
          <button type="button" className={classes.skip} onClick={withNothing} disabled={isBusy}>
            open the empty app
          </button>{' '}
          and decide later.
        </Text>
      </div>
    </main>
  )
}
