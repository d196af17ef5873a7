import type { errorsEn } from '../en/errors.ts';

export const errorsFr: typeof errorsEn = {
  codes: {
    'input/invalid': {
      title: 'Une saisie ne peut pas être enregistrée telle quelle.',
      next: 'Corrigez les champs signalés en rouge. Rien n’a été enregistré.',
    },
    'call/unknown': {
      title: 'Cette version de Cairn ne connaît pas cette commande.',
      next: 'Redémarrez Cairn. Si cela se reproduit, l’installation est incomplète.',
    },
    'call/untrusted': {
      title: 'La demande d’une page inconnue a été refusée.',
      next: 'Redémarrez Cairn. Votre dossier est intact.',
    },
    'call/cancelled': {
      title: 'Interrompu à votre demande.',
      next: 'Rien n’a été modifié.',
    },
    'engine/unavailable': {
      title: 'La partie de Cairn qui tient le dossier ne répond pas.',
      next: 'Elle redémarre d’elle-même ; réessayez dans quelques secondes. Tout ce qui a été enregistré est dans le fichier.',
    },
    internal: {
      title: 'Cairn a commis une erreur ici.',
      next: 'Cette étape n’a rien enregistré. Réessayez ; si l’erreur persiste, vérifiez le dossier depuis l’Historique.',
    },
    'work/ended': {
      title: 'Un long travail s’est arrêté avant la fin.',
      next: 'La mémoire de l’ordinateur était peut-être pleine. Rien d’inachevé n’est entré dans le dossier. Fermez d’autres programmes et réessayez ; un gros fichier peut être repris en plusieurs parties.',
    },
    'view/stale': {
      title: 'La liste a changé entre-temps.',
      next: 'Réessayez : elle sera relue.',
    },
    'case/none-open': {
      title: 'Aucun dossier n’est ouvert.',
      next: 'Ouvrez d’abord un dossier ou créez-en un.',
    },
    'case/not-found': {
      title: 'Le fichier du dossier n’est plus là.',
      next: 'Il a pu être déplacé, renommé, ou se trouver sur un disque non connecté. Choisissez-le à la main.',
    },
    'case/exists': {
      title: 'Un fichier de ce nom existe déjà.',
      next: 'Choisissez un autre nom. Cairn ne remplace jamais un dossier par un nouveau.',
    },
    'case/not-a-case': {
      title: 'Ce fichier n’est pas un dossier Cairn.',
      next: 'Choisissez un fichier en .cairn. Un paquet (.cairnpack) s’importe dans un dossier ouvert.',
    },
    'case/newer-version': {
      title: 'Ce dossier a été utilisé avec une version plus récente de Cairn.',
      next: 'Ouvrez-le avec cette version, ou demandez un paquet. Le fichier n’a pas été modifié.',
    },
    'case/corrupt': {
      title: 'Ce fichier de dossier est endommagé.',
      next: 'Ne continuez pas à travailler dessus. Ouvrez votre dernière copie ; Cairn en garde une à côté du fichier avant chaque mise à niveau.',
    },
    'case/locked': {
      title: 'Ce dossier est ouvert dans un autre programme.',
      next: 'Fermez-le là-bas, puis réessayez. Deux écritures en même temps se gâcheraient.',
    },
    'case/read-only': {
      title: 'Ce dossier peut être lu mais pas modifié.',
      next: 'Enregistrez une copie à un endroit où vous pouvez écrire et continuez là.',
    },
    'case/busy': {
      title: 'Une longue écriture est en cours.',
      next: 'Attendez sa fin, ou arrêtez-la dans la liste des travaux en arrière-plan, en bas. Votre saisie est toujours là.',
    },
    'case/migration-failed': {
      title: 'Ce dossier n’a pas pu être converti au format actuel.',
      next: 'La copie faite auparavant se trouve à côté, intacte. Gardez les deux fichiers.',
    },
    'disk/full': {
      title: 'Le disque est plein.',
      next: 'Libérez de la place et réessayez. La dernière étape n’a pas été enregistrée ; tout ce qui précède l’est.',
    },
    'disk/unavailable': {
      title: 'Le disque ou le répertoire est inaccessible.',
      next: 'Reconnectez-le ou choisissez un autre emplacement.',
    },
    'record/not-found': {
      title: 'Cette fiche n’existe pas dans le dossier.',
      next: 'Elle a pu disparaître par une annulation. Voyez l’Historique.',
    },
    'record/changed': {
      title: 'Cette fiche a été modifiée depuis que vous l’avez ouverte.',
      next: 'Votre saisie est toujours là. Comparez-la avec ce qui est enregistré, puis enregistrez à nouveau.',
    },
    'record/in-use': {
      title: 'D’autres fiches reposent sur celle-ci.',
      next: 'Modifiez-les ou supprimez-les d’abord.',
    },
    'filter/invalid': {
      title: 'Une partie du filtre n’est pas comprise.',
      next: 'La liste montre ce que retient le reste du filtre. Corrigez la partie signalée.',
    },
    'undo/nothing': {
      title: 'Il n’y a rien à annuler ni à rétablir.',
      next: 'L’Historique montre chaque étape et si elle a été annulée.',
    },
    'file/token-unknown': {
      title: 'Ce choix de fichier a expiré.',
      next: 'Choisissez le fichier à nouveau.',
    },
    'file/too-large': {
      title: 'Ce fichier est trop volumineux.',
      next: 'Un dossier accepte des fichiers jusqu’à 200 Mo. Conservez-le ailleurs et notez où.',
    },
    'file/unreadable': {
      title: 'Ce fichier est illisible.',
      next: 'Vérifiez qu’il existe et que vous avez le droit de le lire, puis réessayez.',
    },
    'place/gazetteer-missing': {
      title: 'La liste des lieux n’est pas installée.',
      next: 'Un lieu peut toujours être placé sur la carte ou par ses coordonnées.',
    },
    'pack/not-a-pack': {
      title: 'Ce fichier n’est pas un paquet Cairn.',
      next: 'Un paquet se termine par .cairnpack. Demandez un nouvel export à l’expéditeur.',
    },
    'pack/damaged': {
      title: 'Ce paquet est endommagé ou tronqué.',
      next: 'Redemandez-le ; la copie a pu être interrompue. Votre dossier est intact.',
    },
    'pack/unsafe-path': {
      title: 'Ce paquet a été refusé : un de ses fichiers cherche à sortir de son répertoire.',
      next: 'Aucun paquet honnête ne fait cela. Ne l’ouvrez pas ailleurs et prévenez l’expéditeur. Votre dossier est intact.',
    },
    'pack/symlink': {
      title: 'Ce paquet a été refusé : il contient un lien vers un autre endroit du disque.',
      next: 'Aucun paquet honnête ne fait cela. Prévenez l’expéditeur. Votre dossier est intact.',
    },
    'pack/duplicate-entry': {
      title: 'Ce paquet a été refusé : deux de ses fichiers portent le même nom.',
      next: 'Impossible de savoir lequel compte. Prévenez l’expéditeur. Votre dossier est intact.',
    },
    'pack/unexpected-entry': {
      title: 'Ce paquet a été refusé : il contient un fichier étranger au format.',
      next: 'Demandez à l’expéditeur un nouvel export avec Cairn. Votre dossier est intact.',
    },
    'pack/too-large': {
      title: 'Ce paquet est trop volumineux.',
      next: 'Demandez-en une partie à l’expéditeur, au moyen d’un filtre. Votre dossier est intact.',
    },
    'pack/bomb': {
      title: 'Ce paquet a été refusé : déballé, il prendrait une taille démesurée.',
      next: 'C’est une forme d’attaque connue. Prévenez l’expéditeur. Votre dossier est intact.',
    },
    'pack/wrong-hash': {
      title: 'Ce paquet a été refusé : son contenu ne correspond pas à ses empreintes.',
      next: 'Il a été modifié ou endommagé après l’export. Redemandez-le. Votre dossier est intact.',
    },
    'pack/newer-version': {
      title: 'Ce paquet vient d’une version plus récente de Cairn.',
      next: 'Mettez Cairn à jour, ou demandez un export fait avec votre version. Votre dossier est intact.',
    },
    'pack/invalid-content': {
      title: 'Ce paquet a été refusé : une fiche y enfreint les règles de son propre format.',
      next: 'Demandez à l’expéditeur de vérifier son dossier et d’exporter à nouveau. Votre dossier est intact.',
    },
    'pack/encrypted': {
      title: 'Ce paquet est verrouillé d’une façon que Cairn n’ouvre pas.',
      next: 'Cairn ouvre les paquets scellés par une phrase secrète (age), pas les zips à mot de passe ni ceux verrouillés pour une clé. Demandez-en un de cette sorte, ou un paquet ouvert par un canal sûr.',
    },
    'pack/bad-signature': {
      title: 'La signature de ce paquet ne correspond pas à son contenu.',
      next: 'Il a été altéré ou endommagé après la signature de son auteur. Rien n’en a été repris. Redemandez-le et prévenez votre collègue.',
    },
    'pack/untrusted': {
      title: 'Assurez-vous d’abord de l’auteur de ce paquet.',
      next: 'Demandez à votre collègue par téléphone ou de vive voix, puis cochez la case à côté de l’avertissement et importez.',
    },
    'pack/passphrase-needed': {
      title: 'Ce paquet est scellé par une phrase secrète.',
      next: 'Demandez-la à son auteur, par une autre voie que celle du paquet.',
    },
    'pack/wrong-passphrase': {
      title: 'Ce n’est pas la phrase secrète du paquet.',
      next: 'Attention aux majuscules et aux espaces entre les mots. Rien n’a été lu.',
    },
    'key/unreadable': {
      title: 'La clé qui signe vos paquets est illisible.',
      next: 'Remettez son fichier depuis une copie du dossier « keys » de votre profil d’utilisateur. S’il est perdu, retirez-le : Cairn crée une nouvelle clé, et vos collègues en comparent de nouveau les mots.',
    },
    'map-file/unknown-kind': {
      title: 'Ce fichier n’est pas une carte que Cairn peut dessiner.',
      next: 'Choisissez un fichier PMTiles, MBTiles ou GeoJSON. Un outil SIG convertit les autres formats.',
    },
    'map-file/damaged': {
      title: 'Ce fichier de carte est endommagé.',
      next: 'Les détails disent ce qui ne peut pas être lu. Recopiez le fichier depuis son origine, ou choisissez-en un autre.',
    },
    'map-file/unsupported': {
      title: 'Ce fichier de carte contient quelque chose que Cairn ne dessine pas.',
      next: 'Les détails disent quoi. Il faut des tuiles vectorielles, PNG, JPEG ou WebP dans la projection web usuelle, avec un index ; des formes en longitude et latitude.',
    },
    'map-file/empty': {
      title: 'Il n’y a rien à dessiner dans ce fichier de carte.',
      next: 'Choisissez un autre fichier. Celui-ci n’a pas été ajouté.',
    },
    'report/map-failed': {
      title: 'La carte du rapport n’a pas pu être tracée : rien n’a été écrit.',
      next: 'Fermez d’autres programmes et enregistrez de nouveau le rapport. Si l’échec se répète, désactivez sa carte et enregistrez-le sans elle.',
    },
    'report/failed': {
      title: 'Le rapport n’a pas pu être imprimé.',
      next: 'Vérifiez que l’emplacement choisi est accessible en écriture, puis réessayez.',
    },
  },
  details: 'Détails',
  inUse: (counted: string) => `D’autres fiches reposent sur celle-ci : ${counted}.`,
  technical: 'Message technique (en anglais)',
  tryAgain: 'Réessayer',
  screenFailed: 'Cet écran s’est arrêté.',
  screenFailedNext:
    'Les autres écrans fonctionnent toujours et tout ce qui a été enregistré est dans le fichier. Réessayez ; si l’erreur persiste, redémarrez Cairn.',
};
