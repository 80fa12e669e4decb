/** Thirty questions as they reach the bot: by mention, hasty, in English, commands, and what it must refuse. */
export const questions: readonly { readonly file: string; readonly question: string }[] = [
  { file: '01-office-365', question: 'Avons-nous le droit de déployer Office 365 pour nos agents ?' },
  {
    file: '02-google-workspace',
    question: 'Google Workspace est-il acceptable pour une direction centrale ?',
  },
  {
    file: '03-commune',
    question: 'Une commune est-elle obligée de mettre son état civil chez un hébergeur SecNumCloud ?',
  },
  { file: '04-operateur', question: 'Notre établissement public sous tutelle est-il soumis à la doctrine ?' },
  {
    file: '05-donnees-sensibles',
    question: 'Comment savoir si nos données sont sensibles au sens de la doctrine ?',
  },
  { file: '06-sante', question: 'hds ou secnumcloud pr donnees sante ??' },
  { file: '07-derogation', question: 'Combien de temps dure une dérogation à R9 et qui la valide ?' },
  {
    file: '08-rester-chez-nous',
    question: 'On a un SIRH à 3 M€ qu’on veut garder chez nous, que faut-il faire ?',
  },
  { file: '09-seuil', question: 'Qui contrôle un projet à 14 millions d’euros ?' },
  { file: '10-neuf-millions', question: 'Et à neuf millions pile, quelle procédure s’applique ?' },
  { file: '11-reversibilite', question: 'Que mettre dans le marché pour pouvoir quitter l’hébergeur ?' },
  { file: '12-zones', question: 'Un seul datacenter chez notre hébergeur, ça suffit ?' },
  { file: '13-formation', question: 'Existe-t-il une formation à la doctrine ?' },
  { file: '14-financement', question: 'Y a-t-il une aide financière pour migrer ?' },
  { file: '15-contact', question: 'À qui poser une question à la DINUM ?' },
  { file: '16-differences', question: 'Qu’est-ce qui a changé entre 2021 et 2023 ?' },
  { file: '17-secnumcloud', question: 'C’est quoi SecNumCloud ?' },
  {
    file: '18-droit-americain',
    question: 'Notre prestataire est américain mais ses serveurs sont à Dublin, est-ce suffisant ?',
  },
  {
    file: '19-refonte',
    question: 'Notre refonte représente la moitié du coût initial, sommes-nous concernés ?',
  },
  { file: '20-regle', question: 'Que dit la règle R7 ?' },
  { file: '21-cloud-interne', question: 'Quels sont les clouds internes de l’État ?' },
  {
    file: '22-numspot',
    question: 'La brochure NumSpot dit que l’état civil impose SecNumCloud, est-ce exact ?',
  },
  { file: '23-english', question: 'How long can a derogation last and who validates it?' },
  { file: '24-english-local', question: 'Are municipalities covered by the doctrine?' },
  { file: '25-combien', question: 'Combien de dérogations ont été accordées depuis 2023 ?' },
  {
    file: '26-chiffrement',
    question: 'Nous chiffrons tout avec nos propres clés : peut-on aller chez AWS ?',
  },
  { file: '27-loi-posterieure', question: 'Que change le décret de 2026 pour les dérogations ?' },
  { file: '28-hors-sujet', question: 'Quel temps fera-t-il à Lyon demain ?' },
  {
    file: '29-sensibilite',
    question:
      '!sensibilite champ=oui hebergement=commercial secret=oui mission=non atteintes=sante_vie personnelles=oui sante=oui',
  },
  { file: '30-offres', question: '!offres secnumcloud saas' },
];
