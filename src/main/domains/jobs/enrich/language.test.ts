import { describe, expect, it } from 'vitest'
import { readLanguage } from './language.ts'

describe('readLanguage', () => {
  it.each([
    ['en', 'We are looking for a data engineer who will work with our teams on the platform.'],
    ['de', 'Wir suchen eine Person für unser Team, die mit uns die Plattform weiterentwickelt.'],
    ['fr', 'Nous recherchons une personne pour notre équipe qui travaillera sur la plateforme avec nous.'],
    ['nl', 'Wij zoeken een ontwikkelaar die met ons team aan het platform werkt en graag nieuwe dingen leert.'],
    ['es', 'Buscamos una persona para nuestro equipo que trabaje con nosotros en la plataforma de datos.'],
    ['pl', 'Szukamy osoby do naszego zespołu, która będzie pracować nad platformą oraz rozwijać narzędzia.'],
    ['sv', 'Vi söker en person till vårt team som kommer att arbeta med oss och utveckla plattformen.'],
    ['it', 'Cerchiamo una persona per il nostro team che lavori con noi sulla piattaforma e sui dati della azienda.'],
    ['pt', 'Procuramos uma pessoa para a nossa equipa que trabalhe connosco na plataforma de dados da empresa.'],
    [
      'no',
      'Vi søker en dyktig utvikler til teamet vårt. Du vil jobbe med data og bør kunne snakke både norsk og engelsk.',
    ],
    ['fi', 'Etsimme tiimiimme osaavaa kehittäjää. Työskentelet datan parissa ja osaat puhua suomea sekä englantia.'],
    ['cs', 'Hledáme šikovného vývojáře do našeho týmu. Budeš pracovat s daty a nabízíme pružnou pracovní dobu.'],
    ['sk', 'Hľadáme šikovného vývojára do nášho tímu. Budeš pracovať s dátami a mal by si vedieť po slovensky.'],
    ['bg', 'Търсим колега, който да поеме тестването на нашата платформа и да работи с екипа.'],
    ['it', 'Requisiti: esperienza con Java e Spring Boot. Offriamo: contratto a tempo indeterminato, smart working.'],
    ['da', 'Vi søger en person til vores team, som skal arbejde med os og udvikle platformen samt lede møder.'],
    [
      'de',
      'Backend Developer Java Spring Kafka (m/w/d)\nDeine Aufgaben: Du entwickelst mit uns Services und betreust sie im Betrieb.',
    ],
  ])('says %s', (language, text) => {
    expect(readLanguage(text)).toBe(language)
  })

  it.each([
    [''],
    ['Java'],
    ['123 456 — 789'],
    ['C++ / Rust'],
    ['Wir suchen dich!'],
    ['Python | SQL | Airflow | dbt | Snowflake | Spark | Kafka | Docker'],
    ['Java, Spring, Kafka, Docker, Kubernetes, AWS, Terraform'],
  ])('says nothing about too little text: "%s"', (text) => {
    expect(readLanguage(text)).toBeNull()
  })

  it('lets the body decide, not a greeting in another language', () => {
    const english = 'We make law readable, and we are proud of it and of all that our teams have built. '.repeat(8)
    const polish = 'Szukamy osoby do naszego zespołu, która będzie pracować nad platformą oraz rozwijać narzędzia. '
    expect(readLanguage(english + polish.repeat(25))).toBe('pl')
  })

  it('reads the beginning and the middle, so an English appendix does not turn a long German posting', () => {
    const german = 'Wir suchen dich für unser Team, und du arbeitest mit uns an der Plattform. '.repeat(25)
    expect(
      readLanguage(german + 'We are an equal opportunity employer and the team is for all of you. '.repeat(40)),
    ).toBe('de')
  })
})
