import { describe, expect, it } from 'vitest'
import { readLanguage } from '../language.ts'
import { readSkills } from './skills.ts'

// Texts written for this project: what must be there and what may, told in plain sentences.
const SENTENCES: readonly (readonly [text: string, expected: string])[] = [
  // asked for
  ['You must be at home in SQL and have operated Airflow in production.', 'SQL required, Airflow required'],
  ['We ask for four years of work with Java or Kotlin.', 'Java required, Kotlin required'],
  ['Your Python is solid.', 'Python required'],
  ['You have three years of SQL. You write Python that survives a review.', 'SQL required, Python required'],
  ['TypeScript and React are taken as read.', 'TypeScript required, React required'],
  ['Du hast Kubernetes schon selbst betrieben.', 'Kubernetes required'],
  ['Ohne Python und SQL geht in dieser Rolle nichts.', 'Python required, SQL required'],
  ['Sehr gute SQL-Kenntnisse bringst du mit.', 'SQL required'],
  ['Le SQL doit vous être familier.', 'SQL required'],
  ['Une solide pratique de Python et de pandas.', 'Python required, pandas required'],
  ['Je kan vlot programmeren in Python en hebt ervaring met Docker.', 'Python required, Docker required'],
  ['Ben je niet bang voor SQL? Dan moeten we praten.', 'SQL required'],
  ['Buscamos a alguien que domine Python y haya usado Spark.', 'Python required, Spark required'],
  ['Szukamy osoby, która bardzo dobrze zna Python i SQL.', 'Python required, SQL required'],
  ['Du behärskar Python och har goda kunskaper i Azure.', 'Python required, Azure required'],
  ["Sono indispensabili un'ottima conoscenza di Python e dimestichezza con AWS.", 'Python required, AWS required'],
  ['Esperamos que saibas trabalhar com Git.', 'Git required'],
  ['If you know Rust and Go, apply today.', 'Rust required, Go required'],
  // welcome
  ['If you happen to know Rust, all the better.', 'Rust preferred'],
  ['Having contributed to vLLM would make us beam.', 'vLLM preferred'],
  ['You know Python, and it helps if you know Rust.', 'Python required, Rust preferred'],
  ['You will feel at home if you also know Temporal.', 'Temporal preferred'],
  ['You write SQL. dbt is a plus.', 'SQL, dbt preferred'],
  [
    'Von Vorteil ist, wenn du mit Trino gearbeitet hast; Kenntnisse in Scala sind schön.',
    'Trino preferred, Scala preferred',
  ],
  ['Wer zusätzlich Flink mitbringt, hat bei uns einen Stein im Brett.', 'Flink preferred'],
  ['Un peu de Kafka serait un plus, tout comme Scala.', 'Kafka preferred, Scala preferred'],
  ["Vous serez d'autant plus à l'aise si vous connaissez XGBoost.", 'XGBoost preferred'],
  ['Dat je C++ kent, is meegenomen.', 'C++ preferred'],
  ['Weet je bovendien iets van GIS, dan ben je snel populair.', 'GIS preferred'],
  ['Te sentirás como en casa si conoces Weaviate.', 'Weaviate preferred'],
  ['LangChain y RAG, un plus.', 'LangChain preferred, RAG preferred'],
  ['Dobrze, jeśli pracowałeś z Airflow.', 'Airflow preferred'],
  ['Znajomość Pythona nie jest wymagana, ale będzie mile widziana.', 'Python preferred'],
  ['Har du dessutom byggt något i Terraform är det ett stort plus.', 'Terraform preferred'],
  ['Se hai già messo le mani su NestJS, meglio ancora.', 'NestJS preferred'],
  ['Seria ótimo que já tivesses usado Terraform.', 'Terraform preferred'],
  ['Kotlin would be nice, and you must know Swift.', 'Kotlin preferred, Swift required'],
  // neither
  ['You would work with Kafka every day.', 'Kafka'],
  ['The person we are looking for will build pipelines in Spark.', 'Spark'],
  ['You will gain experience with Kubernetes.', 'Kubernetes'],
  ['La persona che cerchiamo svilupperà pipeline in Spark.', 'Spark'],
  ['Aufgaben\n- Du bringst Modelle als Docker-Container in die Werke', 'Docker'],
  ['Não exigimos TypeScript, mas valorizamos, tal como Docker.', 'TypeScript preferred, Docker preferred'],
  [
    'Nie wymagamy znajomości Micronaut, choć będzie ona mile widziana. Podobnie z Go, w którym powstają narzędzia.',
    'Micronaut preferred, Go preferred',
  ],
  [
    'No hace falta que conozcas RabbitMQ, aunque lo valoraremos; lo mismo vale para GraphQL.',
    'RabbitMQ preferred, GraphQL preferred',
  ],
  ['Python est apprécié sans être exigé.', 'Python preferred'],
  ['Heb je al eens met Playwright gewerkt, dan is dat mooi meegenomen.', 'Playwright preferred'],
  [
    'Vorausgesetzt werden SQL und Excel; Python wäre schön, ist aber kein Muss.',
    'SQL required, Excel required, Python preferred',
  ],
  ['Zudem setzen wir Docker und PostgreSQL voraus.', 'Docker required, PostgreSQL required'],
]

describe('readSkills, where the need is told in prose', () => {
  it.each(SENTENCES)('reads %j as %j', (descriptionText, expected) => {
    const facts = readSkills({ title: 'Opening', descriptionText, language: readLanguage(descriptionText) })
    expect(facts.map(({ name, need }) => (need ? `${name} ${need}` : name)).join(', ')).toBe(expected)
  })
})
