import { expect, it } from 'vitest'
import { readSkillWords } from './skills-said.ts'

function names(text: string, language: string): string[] {
  return readSkillWords(text, { isFact: false, language }).map(({ name }) => name)
}

it.each([
  ['Pathfinding in C# and unreal, twice as fast.', 'en', 'Unreal Engine'],
  ['Mit PPO in jax umgesetzt.', 'de', 'JAX'],
  ['Mit PyTorch und ray umgesetzt.', 'de', 'Ray'],
  ['Dashboards in Tableau and looker.', 'en', 'Looker'],
  ['Library in vue and angular with 48 components.', 'en', 'Vue.js'],
  ['Exports with Node.js, express and PostgreSQL.', 'en', 'Express'],
  ['A tool in Excel, VBA and access.', 'en', 'Microsoft Access'],
  ['Moved from SAS to R and julia.', 'en', 'Julia'],
  ['Frühwarnsystem in R und stata.', 'de', 'Stata'],
  ['Made with godot and blender.', 'en', 'Blender'],
  ['Alarme in Prometheus und grafana aufgeräumt.', 'de', 'Grafana'],
])('a tool in lower case is one beside others: %s', (text, language, name) => {
  expect(names(text, language)).toContain(name)
})

it.each([
  ['Moved the page to React and express ideas in types.', 'en', 'Express'],
  ['I work in SQL and Excel and move between teams.', 'en', 'Move'],
  ['From Rails to React, less code and more speed.', 'en', 'Less'],
  ['Exports with Node.js and PostgreSQL, lean and robust.', 'en', 'Lean'],
  ['With Airflow and a spark of humour.', 'en', 'Spark'],
  ['Built with Kotlin and go on to maintain it.', 'en', 'Go'],
  ['Mit Airflow und flink geschriebenen Skripten.', 'de', 'Flink'],
  ['Pipeline with Kafka that does the rest in 40 seconds.', 'en', 'REST'],
  ['An unreal number of enemies.', 'en', 'Unreal Engine'],
  ['Eigenentwicklung einer App in Kotlin.', 'de', 'Eigen'],
])('an everyday word is none: %s', (text, language, name) => {
  expect(names(text, language)).not.toContain(name)
})
