# The organisers' desk: signing in, keys, contacts, evaluation.

## Frame
desk-window-title = { $page }: organisers
desk-brand = Organisers
desk-skip = Skip to content
desk-nav = Work area
desk-nav-season = Season and dates
desk-nav-market = Market on { $day }
desk-nav-contacts = Contacts
desk-nav-evaluation = Evaluation
desk-nav-team = Record
desk-view = View
desk-signed-in-as = Signed in:
desk-sign-out = Sign out
desk-saved = Everything is saved
desk-saved-at = Everything saved, { $time }
desk-sending = { $n ->
    [one] Sending 1 change
   *[other] Sending { $n } changes
}
desk-fetching = Fetching …
desk-connecting = Connecting …
desk-offline = No network
desk-offline-waiting = { $n ->
    [one] No network, 1 change is waiting
   *[other] No network, { $n } changes are waiting
}
desk-offline-bar = The server can not be reached. You see what is on this device. What you change goes out by itself.
desk-try-again = Try again
desk-storage-failed = This browser could not save. Free some space before you go on.
desk-stored-unreadable = { $n ->
    [one] 1 stored document can not be read here. It stays as it is. It is still on the server.
   *[other] { $n } stored documents can not be read here. They stay as they are. They are still on the server.
}
desk-loading = Fetching the season.
desk-loading-hint = The first time, this device needs a network for that.
desk-no-season = No season yet
desk-no-season-hint = Read in the dates and offers on the server: markt import FILE. Then load this page again.
desk-no-page = There is no such page
desk-no-page-hint = Perhaps the address is not complete.
desk-back = Back
desk-unknown = not given
desk-example = Example
desk-months-short = Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec
desk-day-short = { $day } { $month }
desk-moment = { $day }, { $time }
desk-of = { $n } of { $of }
desk-decimal = { $whole }.{ $tenths }

## Signing in and setting up
desk-sign-in = Sign in
desk-sign-in-lead = This is where the organisers work. After this, your passphrase opens the contacts.
desk-name = Name
desk-password = Password
desk-password-again = Password again
desk-sign-in-now = Sign in
desk-signing-in = Checking …
desk-sign-in-forgotten = Forgot the password? Whoever runs the server can give you a new one.
desk-sign-in-wrong = Name or password is not right
desk-sign-in-wrong-hint = Mind capital and small letters. What you typed is still there.
desk-sign-in-too-many = Too many tries
desk-sign-in-too-many-hint = { $minutes ->
    [one] Please wait for 1 minute. Then you can try again.
   *[other] Please wait for { $minutes } minutes. Then you can try again.
}
desk-server-away = The server can not be reached
desk-sign-in-away-hint = Signing in needs a network. What you typed is still there.
desk-server-failed = That did not work
desk-server-failed-hint = Something went wrong at the server. Try again in a minute.
desk-session-over = Your session is over. Sign out and in again. What is on this device stays.
desk-no-organiser = This name does not belong to the organisers
desk-no-organiser-hint = This area is for the organisers only.
desk-set-up = Set up
desk-set-up-lead = You are the first of the organisers. What is your name here?
desk-set-up-name-hint = This is how others see you, for example your first name.
desk-set-up-password-hint = At least { $n } characters. A sentence is easier to remember than a word.
desk-set-up-now = Set up
desk-set-up-used = This link has been used
desk-set-up-used-hint = There is an organiser already. Sign in, or ask whoever runs the server.
desk-set-up-unknown = This link is not valid
desk-set-up-unknown-hint = Use the whole link that the server showed at its first start.
desk-set-up-not-accepted = The server did not accept this
desk-set-up-not-accepted-hint = Perhaps the name is taken or the password too short.
desk-too-short = This is still too short.
desk-not-the-same = The two are not the same yet.

## Season
desk-season-summary = { $n ->
    [one] 1 date
   *[other] { $n } dates
}, { $extra ->
    [0] none of them extra
    [one] 1 of them extra
   *[other] { $extra } of them extra
}, { $cancelled ->
    [0] none cancelled
    [one] 1 cancelled
   *[other] { $cancelled } cancelled
}.
desk-season-line = All weeks of the season
desk-legend-market = Market
desk-no-market = no market:
desk-standing-cancelled = Cancelled
desk-standing-past = Over
desk-standing-closed = Closed
desk-standing-today = Today
desk-standing-confirmed = Confirmed
desk-standing-planned = Planned
desk-extra-date = (extra date)
desk-dates = Dates
desk-dates-region = Dates, scroll sideways
desk-day = Day
desk-status = Status
desk-contacts = Contacts
desk-feedback = Feedback
desk-handed-in = Handed in
desk-focus = Focus
desk-no-dates = This season has no dates yet.
desk-no-dates-hint = Whoever runs the server reads the season in with “markt import”.
desk-in-days = { $n ->
    [0] Today
    [one] Tomorrow
   *[other] In { $n } days
}
desk-lacks-key = There is no key yet. Without it nobody can record contacts.
desk-lacks-key-do = Create
desk-lacks-devices = No phone is enrolled yet
desk-lacks-devices-do = Invite
desk-lacks-hand-ins = { $n ->
    [one] 1 phone has not handed in yet
   *[other] { $n } phones have not handed in yet
}
desk-lacks-hand-ins-do = See
desk-contacts-in = { $n ->
    [one] 1 contact is here
   *[other] { $n } contacts are here
}
desk-see = See
desk-to-market = To the market
desk-season-over = The season is over
desk-season-over-hint = Each date has its evaluation.

## Market
desk-market-title = Market on { $day }
desk-market-on-its-way = The date is still on its way to this device. This takes only a moment.
desk-questions = Questions answered at once
desk-devices-handed-in = Phones have handed in
desk-hand-ins = What has been handed in?
desk-hand-ins-region = Hand-ins of the phones, scroll sideways
desk-device = Phone
desk-by-visitor = Sent by the person themselves
desk-unknown-device = Unknown phone
desk-recorded = Recorded
desk-on-server = On the server
desk-missing = Missing
desk-handed-in-at = Handed in on
desk-not-handed-in = not yet
desk-handed-in-incomplete = { $moment }, but something is missing
desk-missing-sum = { $n ->
    [one] 1 record is still on a phone.
   *[other] { $n } records are still on phones.
}
desk-missing-hint = Ask the person to open the app where there is a network. The phone then sends by itself.
desk-nothing-missing = Everything that the phones reported is on the server.
desk-no-devices = No phone is enrolled yet.
desk-no-devices-hint = Invite volunteers with a code.
desk-last-contact = Last connected
desk-device-waits = A phone wants to join: { $label }
desk-device-waits-help = The phone must show the same code: { $code }. Confirm only then.
desk-confirm = Confirm
desk-refuse = Do not let in
desk-lost-waits = From a lost phone: { $label }
desk-lost-waits-help = { $n ->
    [one] 1 record came only after it was locked. Is it from the market? Then take it in.
   *[other] { $n } records came only after it was locked. Are they from the market? Then take them in.
}
desk-take = Take in
desk-discard = Discard
desk-retire = Retire: it sends everything and empties itself
desk-lost = Lost: lock it at once
desk-decision-sure = Sure? Tap once more
desk-decision-failed = The server has not heard that. Try again when there is a network.
desk-state-lost = Lost, locked
desk-state-retired = Retired
desk-state-waiting = Waits for you
desk-state-never = Never yet
desk-storage-unsafe = The browser may clear its storage.
desk-rename = Name of the phone
desk-rename-now = Rename
desk-closed-at = { $n ->
    [one] Code shown on { $moment }, 1 record only there
   *[other] Code shown on { $moment }, { $n } records only there
}
desk-closing = Code of a phone without a network
desk-closing-hint = The phone shows it where things are handed in: eight characters.
desk-closing-now = Note the code
desk-closing-wrong = There is no such code. Look at the phone again.
desk-closing-unknown = { $n ->
    [one] This phone was never connected. 1 record is only there. Take its file.
   *[other] This phone was never connected. { $n } records are only there. Take its file.
}
desk-closing-taken = { $n ->
    [0] { $label }: everything is sent.
    [one] { $label }: 1 record is only there.
   *[other] { $label }: { $n } records are only there.
}
desk-pass-on = Here you take a file of a phone without a network. Twice does no harm.

## Keys
desk-key = Key
desk-key-asking = Asking the server.
desk-key-offline = Without a network, contacts can not be opened. Everything else works.
desk-key-failed = The server did not hand out the key. Perhaps your session is over: sign out and in again.
desk-key-none = No key yet
desk-key-none-hint = Names and phone numbers are sealed on the phones. Only the organisers can open them. For that the market needs a key.
desk-key-create = Create a key
desk-key-create-lead = The key is made in this browser. Your passphrase locks it. The server does not know the passphrase.
desk-key-create-now = Create the key
desk-key-making = The key is made and locked with your passphrase. This takes a few seconds.
desk-key-making-recovery = A second lock for emergencies is made. Almost done.
desk-key-storing = The locked key goes to the server.
desk-key-wrapping = The key is locked with your passphrase.
desk-key-finish = Done, use the key
desk-key-locked = Contacts are sealed
desk-key-locked-hint = Your passphrase opens them in this browser and nowhere else.
desk-key-unlock = Open
desk-key-unlocking = Opening. This takes a few seconds.
desk-key-wrong = This passphrase does not fit. Nothing is lost. Mind capital letters and spaces.
desk-key-damaged = This key is damaged. Open with the emergency code.
desk-key-other = This key is not the one that the phones use. Do not open anything with it, and talk to the others in the team.
desk-key-not-named = The key could not be written into the date. Try again.
desk-key-forgotten = Forgot the passphrase?
desk-key-unlocked = Contacts are open
desk-key-until = Open until { $time }
desk-key-lock = Close now
desk-key-fingerprint = Show the fingerprint
desk-key-fingerprint-hint = Each phone shows the same. If one differs, do not record with it.
desk-key-no-copy = You can not open these contacts
desk-key-no-copy-hint = There is no emergency code for this key. Ask the person who created it.
desk-key-store-offline = The server can not be reached. The code stays here. Try again in a moment.
desk-key-store-taken = Someone else has just created a key for this market. Load the page again and open that one. The code here is not valid.
desk-key-store-failed = The server did not accept the key. Try again.
desk-passphrase = Passphrase
desk-passphrase-new = New passphrase
desk-passphrase-new-hint = At least { $n } characters. Four words that do not belong together are good.
desk-passphrase-again = Passphrase again
desk-passphrase-missing = The passphrase is still too short, or the two are not the same.
desk-recovery-sheet = Your emergency code
desk-recovery-sheet-hint = It opens the contacts of { $day } when all passphrases are forgotten. It is shown only now. Print it or write it down. Keep it in a safe place.
desk-recovery-sheet-loss = Without passphrase and code the contacts are lost for ever. Nobody can help, not even the operator.
desk-recovery-paper = Emergency code
desk-recovery-paper-what = It opens the contacts of { $day } when all passphrases are forgotten.
desk-recovery-paper-how = Open this address, sign in, go to the contacts of { $day }, and tap “Forgot the passphrase?”.
desk-recovery-paper-keep = Keep this sheet in a safe place. Who has it and can sign in opens the contacts with it.
desk-recovery-qr = The emergency code for a camera
desk-print-sheet = Print the sheet
desk-recovery-kept = I have printed the code or written it down.
desk-recovery-not-kept = Print the code first or write it down. Then tick the sentence above.
desk-recovery = Open with the emergency code
desk-recovery-hint = Enter the code from the sheet and choose a new passphrase.
desk-recovery-first = You have no access of your own yet
desk-recovery-first-hint = Ask for the sheet with the emergency code. After that you open with your own passphrase.
desk-recovery-code = Emergency code
desk-recovery-code-hint = 16 characters in four groups. Capital or small is the same.
desk-recovery-no-code = This is not a whole code yet. It has 16 characters.
desk-recovery-wrong = This code does not belong to this market. Nothing is lost.
desk-recovery-now = Open and save the passphrase

## Invites
desk-invite = Invite phones
desk-invite-hint = Each invite is for one phone.
desk-invite-label = What shall the phone be called?
desk-invite-label-hint = For example “Phone 3”. You can leave it empty.
desk-invite-now = Show a code
desk-invite-making = Making the invite.
desk-invite-no-key = Create the key first. Without it the phone can not seal anything.
desk-invite-offline = The server can not be reached. An invite needs a network.
desk-invite-failed = That did not work. Try again.
desk-invite-qr = Code for enrolling a phone
desk-invite-for-phone = For one phone
desk-invite-market = For the market on { $day }
desk-invite-until = Valid until { $moment }
desk-invite-expired = Expired on { $moment }. Make a new one.
desk-invite-how = Look at it with the phone’s camera and open the link.
desk-invite-on-paper = For printing
desk-invite-on-paper-hint = Valid until the market closes, without confirming. Otherwise the code is valid for ten minutes, and you confirm the phone.
desk-invite-print = Print the invite

## Contacts
desk-contacts-title = Contacts of { $day }
desk-to-contacts = To the contacts
desk-no-contacts = No contact has arrived yet.
desk-no-contacts-hint = Contacts arrive by themselves as soon as a phone has a network.
desk-opening = { $n } of { $of } are open. You can start working.
desk-filter = Filter contacts
desk-filter-name = Name or code on the receipt
desk-filter-provider = Provider
desk-filter-state = State
desk-filter-language = Language
desk-filter-all = All
desk-filter-all-providers = { $n ->
    [one] All (1 provider)
   *[other] All { $n } providers
}
desk-filter-overdue = Only overdue ({ $n })
desk-filter-clear = Clear filters
desk-nothing-found = No contact matches.
desk-nothing-found-locked = No contact matches. Names can only be found once the contacts are open.
desk-duplicates = { $n } contacts may be duplicates: same number, e-mail or name.
desk-duplicates-hint = Two people may share a phone. Look at both.
desk-compare = Compare
desk-same-phone = same phone number
desk-same-email = same e-mail
desk-same-name = same name
desk-maybe-same = Perhaps the same person
desk-state-new = New
desk-state-handed-over = Handed over
desk-state-reached = Reached
desk-state-appointment = Appointment
desk-state-started = Started
desk-state-closed = Closed
desk-state-unreachable = Not reachable
desk-state-withdrawn = Withdrawn
desk-topic-offer = Offer
desk-topic-question = Question
desk-topic-accreditation = Becoming a provider
desk-topic-networking = Networking
desk-sealed-name = Sealed
desk-unreadable-name = Not readable
desk-without-name = Without a name
desk-wishes-more = { $wish } and { $n } more
desk-due-on = By { $day }
desk-overdue-hidden = overdue
desk-overdue-date = The date has passed
desk-overdue-new = New for { $n } days
desk-overdue-unanswered = No answer for { $n } days
desk-ticket-problem = Not everything can be read
desk-moved = { $name }: now { $state }
desk-ended = { $n ->
    [one] 1 closed, not reachable or withdrawn
   *[other] { $n } closed, not reachable or withdrawn
}
desk-withdrawn-never = Who has withdrawn is never handed over.
desk-keys = Keys:
desk-keys-choose = choose
desk-keys-shift = Shift
desk-keys-move = move
desk-unreadable-sum = { $n ->
    [one] 1 contact can not be read
   *[other] { $n } contacts can not be read
}
desk-unreadable = This contact can not be read
desk-unreadable-hint = It may have been sealed with another key, or it is damaged. Do not erase it. Ask the person with the phone that recorded it: it is still there until someone has opened it.

## One contact
desk-path = Path
desk-no-contact = This contact is not here
desk-no-contact-hint = Perhaps it was erased, or it has not reached this device yet.
desk-parts-unreadable = { $n ->
    [one] 1 part can not be read
   *[other] { $n } parts can not be read
}
desk-parts-unreadable-hint = The rest is here in full. A note or a correction may be missing.
desk-has-problems = Some entries made no sense
desk-has-problems-hint = They were left out and stay in the document. Perhaps they come from a newer version of the app: load the page again.
desk-withdrawn = Withdrawn
desk-withdrawn-hint = This person does not want to be contacted any more. Do not call, and do not pass anything on.
desk-person = How to reach this person
desk-not-reachable = No way
desk-not-reachable-hint = There is neither a number nor an e-mail.
desk-wishes = Wishes
desk-wish-provider = Getting to know
desk-erase = Erase the contact
desk-erase-hint = For example if the person wishes so. It disappears everywhere: here, on the server and on the phone.
desk-erase-sure = Really erase for everyone? This can not be undone.
desk-erase-yes = Yes, erase
desk-erase-no = No, keep
desk-erasing = One moment, the server is erasing.
desk-erase-away = The server does not answer. Nothing is erased yet. Try again with a network.
desk-erase-refused = The server did not erase. Load the page again and try once more.
desk-consent = Consent
desk-consent-given = Version { $version }, { $language }, { $given }
desk-given-spoken = read aloud
desk-given-read = read by themselves
desk-given-written = signed
desk-no-recipients = To nobody. Only the organisers call.
desk-follow-up = What comes next?
desk-follow-up-state = Where does it stand?
desk-due = By when?
desk-due-hint = After that, the contact shows as overdue.
desk-note = Note
desk-note-new = New note
desk-note-hint = Sealed like the name. Only the organisers read it.
desk-note-save = Save the note
desk-note-locked = Open the contacts first. What you typed stays.
desk-note-empty = The note is still empty.
desk-note-too-long = The note is too long. Split it.
desk-note-saved = The note is sealed and saved.
desk-state-saved = The state is saved.
desk-due-saved = The date is saved.
desk-change-failed = This could not be changed. Load the page again and try once more.
desk-on-this-device = On this device
desk-history = History
desk-someone = someone in the team
desk-opened-by = Opened
desk-recorded-step = Recorded

## Table
desk-export = Table (CSV)
desk-export-locked = Only when all contacts are open.
desk-export-warning = This file holds names and phone numbers
desk-export-warning-hint = It then lies open on this device. Pass it on only if the people have agreed, and delete it when you are done. Who has withdrawn is not in it.
desk-export-now = Save it anyway
desk-export-saved = { $n ->
    [one] Saved, with 1 contact.
   *[other] Saved, with { $n } contacts.
}
desk-export-file = contacts-{ $date }.csv
desk-head-name = Name
desk-head-phone = Phone
desk-head-email = E-mail
desk-head-other = Other ways to reach
desk-head-note = Remark
desk-head-notes = Notes
desk-head-offers = Offers
desk-head-providers = Providers
desk-head-topic = Topic
desk-head-language = Language
desk-head-groups = Target groups
desk-head-state = State
desk-head-due = Due
desk-head-recorded = Recorded
desk-head-device = Recorded with
desk-head-consent = Consent
desk-head-recipients = May be passed on to
desk-head-erase = Will be erased on
desk-head-id = Number

## Evaluation
desk-evaluation-title = Evaluation: { $day }
desk-print-report = Print the report
desk-nothing-to-evaluate = Nothing has arrived yet.
desk-nothing-to-evaluate-hint = After the market, this page shows what people looked for and said.
desk-lead = { $n ->
    [0] Nobody asked for a contact.
    [one] 1 person asked for a contact.
   *[other] { $n } people asked for a contact.
} { $started ->
    [0] Nobody has started anything yet
    [one] 1 has started something
   *[other] { $started } have started something
}, { $appointments ->
    [0] nobody has an appointment.
    [one] 1 has an appointment.
   *[other] { $appointments } have an appointment.
}
desk-lead-busiest = Most came from { $time }.
desk-wishes-average = Wishes, { $average } per person on average
desk-days-to-talk = Days to the first talk (median)
desk-bars = Bars
desk-as-table = As a table
desk-others = Others
desk-others-small = Each below { $n }, so taken together
desk-by-topic = What was it about?
desk-by-hour = When did the contacts come?
desk-by-hour-label = Contacts by hour. The numbers are in the table below.
desk-hour = From
desk-became = What became of it?
desk-became-label = State of the contacts. The numbers are in the table below.
desk-ended-label = Over, without success
desk-by-provider = Whom did they want to meet?
desk-provider = Provider
desk-by-offer = What did they look for?
desk-offer = Offer
desk-by-language = In which language?
desk-by-group = Who was there?
desk-no-groups = Nobody named a target group. It is voluntary.
desk-said = What did people say?
desk-answered-sheets = { $n ->
    [one] 1 feedback
   *[other] { $n } feedbacks
}
desk-no-feedback = No feedback has arrived yet.
desk-no-questions = This season has no questionnaire.
desk-answer = Answer
desk-answers = Answers
desk-answers-of = { $n ->
    [one] 1 answer
   *[other] { $n } answers
}
desk-not-answered = Nobody answered this.
desk-median = The middle answer is { $value }.
desk-yes = Yes
desk-no = No
desk-texts-sealed = { $n ->
    [one] 1 answer is sealed. Open the contacts to read it.
   *[other] { $n } answers are sealed. Open the contacts to read them.
}
