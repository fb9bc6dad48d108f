import { ADA, claim, group, post, sample, section } from './sample-parts.ts'

/** Documents in other letters than those of English, of people who do not exist. */

export const POLISH = sample('pl', {
  kind: 'resume',
  header: {
    name: 'Łucja Źdźbło-Świętochowska',
    headline: 'Inżynierka danych · Ingineră de date',
    email: 'lucja@example.pl',
    phone: '+48 600 700 800',
    city: 'Łódź',
    countryCode: 'PL',
    links: [],
  },
  sections: [
    section('experience', {
      items: [
        post({
          title: 'Starsza inżynierka danych',
          organisation: 'Żółta Łódź Sp. z o.o.',
          place: 'Łódź',
          start: '2020-01',
          bullets: [
            'Zażółć gęślą jaźń: przetwarzanie 3 mld zdarzeń miesięcznie w Apache Spark.',
            'Skróciła czas ładowania hurtowni z 6 godzin do 40 minut.',
          ],
        }),
        post({
          title: 'Inginer de date',
          organisation: 'Întreprinderea Științifică București',
          place: 'București, România',
          start: '2017-02',
          end: '2019-12',
          bullets: [
            'A construit fluxuri în Airflow pentru țările din Balcani; întreținere și asigurarea calității datelor.',
            'Și-a format colegii: șase ateliere pe an.',
          ],
        }),
      ],
    }),
    section('education', {
      items: [post({ title: 'Magister informatyki', organisation: 'Politechnika Łódzka', start: '2012', end: '2017' })],
    }),
    section('skills', { groups: [group('Narzędzia', ['Spark', 'Airflow', 'dbt', 'PostgreSQL'])] }),
  ],
})

export const GREEK = sample('en', {
  kind: 'resume',
  header: {
    name: 'Ελένη Παπαδοπούλου',
    headline: 'Μηχανικός λογισμικού',
    email: 'eleni@example.gr',
    phone: '+30 210 123 4567',
    city: 'Θεσσαλονίκη',
    countryCode: 'GR',
    links: [],
  },
  sections: [
    section('experience', {
      items: [
        post({
          title: 'Μηχανικός μηχανικής μάθησης',
          organisation: 'Αλφαβήτα Α.Ε.',
          place: 'Αθήνα',
          start: '2019-05',
          bullets: [
            'Ανάπτυξη συστήματος προβλέψεων με ακρίβεια 94 %.',
            'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία: έλεγχος όλων των γραμμάτων.',
          ],
        }),
      ],
    }),
    section('education', {
      items: [
        post({ title: 'Δίπλωμα Πληροφορικής', organisation: 'Αριστοτέλειο Πανεπιστήμιο', start: '2014', end: '2019' }),
      ],
    }),
    section('skills', { groups: [group('Γλώσσες', ['Python', 'Scala', 'Ελληνικά'])] }),
  ],
})

export const CYRILLIC = sample('en', {
  kind: 'resume',
  header: {
    name: 'Олександра Шевченко-Їжакевич',
    headline: 'Инженер-исследователь · Інженерка даних',
    email: 'oleksandra@example.com.ua',
    phone: '+380 44 123 45 67',
    city: 'Київ',
    countryCode: 'UA',
    links: [],
  },
  sections: [
    section('summary', {
      paragraphs: [
        claim(
          'Съешь ещё этих мягких французских булок, да выпей чаю. Жебракують філософи при ґанку церкви в Гадячі, ще й шатро їхнє п’яне знаємо.',
        ),
      ],
    }),
    section('experience', {
      items: [
        post({
          title: 'Науковa співробітниця',
          organisation: 'Інститут кібернетики',
          place: 'Київ',
          start: '2016-09',
          end: '2022-02',
          bullets: [
            'Розробила алгоритм розпізнавання української мови.',
            'Български, македонски и српски: ѓ ќ љ њ ђ ћ џ.',
          ],
        }),
      ],
    }),
    section('publications', {
      items: [
        post({
          title: 'О сходимости стохастических методов',
          organisation: 'Кибернетика, т. 54',
          start: '2018',
          isDated: true,
        }),
      ],
    }),
  ],
})

export const FRENCH = sample('fr', {
  kind: 'resume',
  header: {
    ...ADA,
    name: 'Zoë L’Hôpital-Lefèvre',
    headline: 'Ingénieure en apprentissage automatique',
    city: 'Besançon',
    countryCode: 'FR',
  },
  sections: [
    section('summary', {
      paragraphs: [
        claim(
          'Sœur de l’œuvre inachevée : **dix ans** d’expérience, *où* l’ambiguïté naît des données. Voir [le rapport](https://example.org/rapport?a=1&b=2).',
        ),
      ],
    }),
    section('experience', {
      items: [
        post({
          title: 'Ingénieure principale',
          organisation: 'Société Générale des Œufs',
          place: 'Lyon',
          start: '2018-02',
          bullets: [
            'A réduit les coûts de 12 % grâce à un modèle de prévision.',
            'Un astérisque * seul et un [lien](javascript:alert) restent du texte.',
          ],
        }),
        post({
          title: 'Stagiaire',
          organisation: 'INRIA',
          place: 'Sophia Antipolis',
          start: '2017-03',
          end: '2017-08',
        }),
      ],
    }),
    section('skills', {
      groups: [
        group('Données', ['SQL', 'Spark', 'dbt']),
        group('Méthodes', ['séries temporelles', 'inférence bayésienne']),
      ],
    }),
    section('languages', {
      groups: [group('', ['français (langue maternelle)', 'español (B2)', 'português (A2)', 'svenska: åäö'])],
    }),
  ],
})
