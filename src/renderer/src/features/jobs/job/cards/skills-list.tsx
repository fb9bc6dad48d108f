import { Tooltip } from '@mantine/core'
import type { JobFacts } from '#shared/facts.ts'
import { skillNeedWords } from '../../facts/fact-words.ts'
import classes from './skills-list.module.css'

/** The skills that a posting names, those it requires first; how it writes them is shown on hover and focus. */
export function SkillsList({ skills }: { readonly skills: JobFacts['skills'] }) {
  if (skills.length === 0) return null
  const order = { required: 0, none: 1, preferred: 2 }
  const sorted = skills.toSorted((a, b) => order[a.need ?? 'none'] - order[b.need ?? 'none'])
  return (
    <ul className={classes.skills} aria-label="Skills">
      {sorted.map((skill) => {
        const need = skillNeedWords(skill)
        const words = skill.evidence === '' ? null : `“${skill.evidence}”`
        const label = [need, words].filter((part) => part !== null).join(' · ')
        return (
          <li key={skill.name} data-need={skill.need ?? undefined}>
            <Tooltip label={label} disabled={label === ''} events={{ hover: true, focus: true, touch: true }}>
              <button type="button" className={classes.skill}>
                {skill.name}
                {skill.years !== null && <span className={classes.years}>{skill.years}+ y</span>}
                {need !== null && <span className="cc-unseen">, {need}</span>}
              </button>
            </Tooltip>
          </li>
        )
      })}
    </ul>
  )
}
