import { useLayoutEffect, useMemo, useRef } from 'react'
import type { VisaStatus } from '#shared/facts.ts'
import type { JobDetail } from '#shared/jobs.ts'
import { describe } from './description-dom.ts'
import classes from './description.module.css'
import type { MarkKind } from './marks.ts'

function classNamesFor(status: VisaStatus): Record<MarkKind, string> {
  return { visa: `${classes['visa']} ${classes[status]}`, skill: classes['skill'] ?? '' }
}

/** What the posting says, with the words that our reading rests on marked. */
export function Description({ job }: { readonly job: JobDetail }) {
  const box = useRef<HTMLDivElement>(null)
  const { visa, skills } = job.facts
  const needles = useMemo(
    () => ({ sentence: visa.evidence, skills: skills.map((skill) => skill.evidence) }),
    [visa.evidence, skills],
  )
  useLayoutEffect(() => {
    box.current?.replaceChildren(describe(job.descriptionHtml, needles, classNamesFor(visa.status)))
  }, [job.descriptionHtml, needles, visa.status])
  return (
    <section aria-labelledby="description-title">
      <div className={classes.head}>
        <h3 id="description-title" className={classes.title}>
          Description
        </h3>
        <p className={classes.legend}>
          Marked:
          {visa.evidence !== null && <mark className={classNamesFor(visa.status).visa}>visa</mark>}
          {skills.length > 0 && <mark className={classes['skill']}>skills</mark>}
          {visa.evidence === null && skills.length === 0 && ' nothing'}
        </p>
      </div>
      <div ref={box} className={classes.text} lang={job.facts.language ?? undefined} />
    </section>
  )
}
