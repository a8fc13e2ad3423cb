/// Words that mean nearly the same in any help centre: what people do, see and own.
///
/// People describe a task in their own words: they *remove* what the article *deletes*. These groups
/// are general language, the same for every site; a site's own words belong in its `site.yaml`, which
/// weighs more. Only groups of which the site uses a word are written into its index.
enum Thesaurus {
  /// Groups of words and phrases of a language.
  static func groups(_ language: Language) -> [[String]] {
    switch language {
    case .french: french
    case .english: english
    case .other: []
    }
  }

  private static func read(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      line.split(separator: ",").map { word in
        String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
  }

  private static let english = read(
    """
    delete, remove, erase, get rid, clear
    disable, turn off, switch off, deactivate, stop
    enable, turn on, switch on, activate
    mail, email, e-mail, message
    picture, photo, image
    movie, video, clip
    create, make, add, new
    change, modify, edit, alter
    replace, swap
    find, locate, search, look for
    show, display, view, see
    hide, conceal, invisible
    multiple, several, many, more than one
    folder, directory
    file, document
    back up, backup, save, export
    automatic, automatically, auto
    begin, start, launch
    end, finish, terminate
    error, fault, failure, problem, issue, trouble
    fix, repair, solve, resolve, troubleshoot
    broken, faulty, defective, dead
    fail, not working
    choose, select, pick
    cancel, abort, undo, revert
    restore, recover, retrieve, get back
    password, passcode, passphrase
    log in, login, sign in, log on
    log out, logout, sign out, log off
    sign up, signup, register
    set up, setup, configure, install
    setting, option, preference, parameter
    update, upgrade, refresh
    reset, reboot, restart
    connect, link, attach, pair
    disconnect, unlink, detach, unplug
    copy, duplicate, clone
    move, transfer, migrate
    send, forward, share
    receive, get
    download, fetch
    upload, import
    invite, add
    user, member, person, people
    customer, client
    company, business, organization, organisation, firm
    bill, invoice
    price, cost, fee, charge
    pay, payment
    buy, purchase, order
    refund, reimburse, money back
    phone, telephone, mobile, cell phone
    computer, pc, laptop, machine
    page, website, site, web
    internet, online
    notify, notification, alert, warning, alarm
    limit, maximum, cap, threshold
    minimum, lowest
    big, large, huge
    small, little, tiny
    size, big
    fast, quick, quickly, rapid
    slow, sluggish
    hot, warm, overheat
    cold, freeze
    safe, secure, protect
    private, privacy, confidential
    permission, right, access
    block, ban, forbid, prevent
    allow, permit, let
    wrong, incorrect, invalid, false
    correct, right, accurate
    missing, lost, gone
    empty, blank
    difference, differ, versus, compare
    meaning, mean, signify
    explain, describe
    reason, cause, why
    frequently, often
    schedule, plan, calendar
    date, day
    time, hour
    old, oldest, ancient, first
    latest, newest, recent, last
    list, overview
    count, number, how many, amount
    check, verify, test, control
    measure, reading
    track, monitor, follow
    tool, app, application, program, software
    device, unit, equipment, hardware
    cable, wire, cord
    button, key
    language, translation
    comment, remark, note
    answer, reply, respond, response
    question, ask
    help, support, assistance
    guide, tutorial, introduction, getting started
    subscribe, follow
    unsubscribe, opt out
    group, merge, combine
    split, separate, divide
    sort, arrange
    keyboard shortcut, hotkey, key combination
    icon, symbol
    color, colour
    center, centre
    """)

  private static let french = read(
    """
    supprimer, effacer, enlever, retirer, se débarrasser
    désactiver, éteindre, couper, arrêter
    activer, allumer, mettre en marche
    courriel, e-mail, email, mail, mél, message, messagerie
    photo, image, photographie
    vidéo, film
    créer, faire, ajouter, nouveau
    modifier, changer, éditer, corriger
    remplacer, échanger
    trouver, chercher, rechercher, localiser
    afficher, montrer, voir, visualiser
    masquer, cacher
    plusieurs, multiple
    dossier, répertoire
    fichier, document
    sauvegarder, enregistrer, sauvegarde, exporter
    automatique, automatiquement, auto
    commencer, démarrer, lancer, début
    finir, terminer, fin
    erreur, panne, défaut, problème, souci, anomalie, bogue, bug
    réparer, résoudre, corriger, dépanner, régler
    cassé, défectueux, hors service, en panne, hs
    choisir, sélectionner
    annuler, abandonner, résilier
    restaurer, récupérer, rétablir, retrouver
    mot de passe, mdp, code secret, password
    se connecter, connexion, s'identifier, login
    se déconnecter, déconnexion
    s'inscrire, inscription, créer un compte
    installer, configurer, paramétrer, mettre en place
    paramètre, réglage, option, préférence
    mettre à jour, mise à jour, actualiser, màj
    réinitialiser, redémarrer, remise à zéro
    relier, raccorder, brancher, connecter
    débrancher, déconnecter
    copier, dupliquer, recopier
    déplacer, transférer
    envoyer, transmettre, expédier, adresser
    recevoir, obtenir
    télécharger, téléchargement
    téléverser, importer, charger
    partager, diffuser
    utilisateur, usager, personne, internaute
    client, consommateur
    entreprise, société, compagnie, organisme
    employeur, patron, entreprise
    salarié, employé, travailleur
    facture, facturation
    prix, coût, tarif, montant
    payer, paiement, régler
    acheter, achat, commander, commande
    rembourser, remboursement
    téléphone, portable, mobile, cellulaire, smartphone
    ordinateur, pc, poste
    site, page, web
    internet, en ligne
    avertir, prévenir, notification, alerte, alarme, avertissement
    limite, maximum, seuil, plafond
    grand, gros, volumineux
    petit, faible
    vite, rapide, rapidement
    lent, ralenti
    chaud, chauffer, surchauffe
    froid, geler
    sécurité, sûreté, protéger, protection
    privé, confidentiel, vie privée
    autorisation, droit, permission, accès
    bloquer, empêcher, interdire
    autoriser, permettre
    faux, incorrect, erroné, invalide
    exact, correct, juste
    perdu, manquant, disparu
    vide, vierge
    différence, comparer, comparaison
    signifier, vouloir dire, signification, définition
    expliquer, décrire
    raison, cause, pourquoi
    souvent, fréquemment
    calendrier, agenda, planning
    durée, délai, combien de temps
    dernier, récent
    liste, aperçu
    nombre, combien, quantité
    vérifier, contrôler, tester
    mesurer, mesure, relevé
    suivre, surveiller, surveillance
    outil, application, logiciel, programme
    appareil, équipement, matériel, dispositif
    câble, fil, cordon
    bouton, touche
    langue, traduction
    commentaire, remarque, avis
    répondre, réponse
    question, demander
    aide, assistance, support
    guide, tutoriel, introduction, premiers pas
    abonner, abonnement
    se désabonner, désabonnement, désinscription
    plainte, réclamation, plaindre
    obligatoire, obligation, devoir
    conserver, garder, conservation
    déclarer, déclaration, signaler
    piraté, piratage, hacké, vol
    démarche, procédure, étape
    clavardage, chat, tchat, discussion
    fin de semaine, week-end
    """)
}
