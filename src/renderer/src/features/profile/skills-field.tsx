import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { SKILL_LEVELS, type Profile, type ProfileSkill } from '#shared/profile.ts'
import { FigureField } from './figure-field.tsx'
import { NameAdder } from './name-adder.tsx'
import { fieldId, SKILL_LEVEL_WORDS } from './profile-words.ts'
import classes from './skills-field.module.css'

const SKILLS_MAX = 200
const LEVELS = [
  { value: '', label: 'Level not said' },
  ...SKILL_LEVELS.map((level) => ({ value: level, label: SKILL_LEVEL_WORDS[level] })),
]

/** What one knows: each skill with years and level, where these are said. */
export function SkillsField(props: {
  readonly skills: Profile['skills']
  readonly onChange: (skills: ProfileSkill[]) => void
}) {
  const { skills, onChange } = props
  const change = (name: string, part: Partial<ProfileSkill>) =>
    onChange(skills.map((skill) => (skill.name === name ? { ...skill, ...part } : skill)))
  const adder = fieldId('skills')
  const remove = (name: string) => {
    onChange(skills.filter((skill) => skill.name !== name))
    document.getElementById(adder)?.focus()
  }
  return (
    <>
      <NameAdder
        id={adder}
        label="Add skills"
        note="Type one and press Enter, or paste a list with commas between them."
        placeholder="Python, SQL, Kubernetes"
        kind="skill"
        existing={skills.map(({ name }) => name)}
        most={SKILLS_MAX}
        onAdd={(names) => onChange([...skills, ...names.map((name) => ({ name, years: null, level: null }))])}
      />
      {skills.length > 0 && (
        <ul className={classes.list} aria-label="Your skills">
          {skills.map((skill) => (
            <li key={skill.name} className={classes.skill}>
              <span className={classes.name}>{skill.name}</span>
              <div className={classes.years}>
                <FigureField
                  id={`skill-years-${skill.name}`}
                  label={`Years of ${skill.name}`}
                  isLabelUnseen
                  placeholder="Years"
                  value={skill.years}
                  max={60}
                  step={1}
                  decimals={1}
                  suffix=" y"
                  onChange={(years) => change(skill.name, { years })}
                />
              </div>
              <NativeSelect
                className={classes.level ?? ''}
                size="xs"
                aria-label={`Level of ${skill.name}`}
                data={LEVELS}
                value={skill.level ?? ''}
                onChange={(event) => {
                  const picked = event.currentTarget.value
                  change(skill.name, { level: SKILL_LEVELS.find((level) => level === picked) ?? null })
                }}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={26}
                aria-label={`Remove ${skill.name}`}
                onClick={() => remove(skill.name)}
              >
                <IconX size={14} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
