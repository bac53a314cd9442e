# The volunteers' app. Short sentences, always with the next step.

team-skip = Skip to content
team-title = { $page } · Team
team-title-home = Start
team-title-record = Record a contact
team-title-feedback = Record feedback
team-title-list = My contacts
team-title-withdraw = Take back by code
team-title-hand-in = Hand in
team-title-hands = Who has the phone?
team-title-help = Help
team-title-view = View and language
team-title-not-found = There is no such page

team-place = Team
team-tabs = Areas
team-tab-home = Start
team-tab-record = Record
team-tab-list = List
team-tab-hand-in = Hand in
team-tool-help = Help
team-tool-hands = Hand the phone on
team-tool-view = View: light, dark, sun
team-to-start = Go to start
team-not-found-help = The address may be old. You find everything at the start.

team-offline = No network. You can go on recording.
team-offline-since = No network since { $time }. You can go on recording.
team-offline-here = No network yet. You can record anyway.
team-online = Connected.
team-online-since = Connected. As of { $time }.
team-connecting = Connecting.
team-sending =
    { $n ->
        [one] Connected. One entry is being sent.
       *[other] Connected. { $n } entries are being sent.
    }
team-sync-now = Send now
team-signed-out = This phone is no longer enrolled. Ask for a new invite. What you recorded stays here.
team-not-stored = The phone could not save just now. Leave this page open. We keep trying.
team-not-stored-full = The storage is full. Delete pictures or apps. Leave this page open, then it saves by itself.
team-almost-full = The storage of this phone is almost full.
team-unreadable =
    { $n ->
        [one] One entry on this phone is damaged. It is kept. Show the phone to the organisers.
       *[other] { $n } entries on this phone are damaged. They are kept. Show the phone to the organisers.
    }
team-may-be-cleared = This browser may delete data
team-may-be-cleared-help = When space runs low, the browser cleans up. Add this page to your home screen. Send often.
team-update = There is a new version.
team-update-now = Load it now
team-update-later = Later

team-missing-heading = Recording does not work here
team-missing-in-app = You see this page inside another app. Open it in your browser: in the menu, “Open in browser”.
team-missing-https = The page was loaded without protection. Open the address with https.
team-missing-old = The browser is too old. Use another one or update it.
team-missing-what = Missing: { $what }
team-storage-heading = The phone can not save anything
team-storage-full = The storage is full. Delete pictures or apps and load the page again.
team-storage-private = This may be a private window. Open the page in a normal window.
team-storage-failed = Load the page again. If that does not help, restart the phone. Nothing was deleted.
team-storage-detail = Message: { $detail }
team-tab-heading = The app is already open
team-tab-waiting = It runs in another window. Two windows at once would get in each other’s way.
team-tab-lost = You are going on in another window. Nothing is lost here.
team-tab-take = Go on here

team-welcome = Welcome to the team
team-welcome-lead = Volunteers record contacts here, even without a network.
team-welcome-volunteer = Do you help at a stand?
team-welcome-volunteer-help = Scan the invite that the organisers show you. Or open the link in it.
team-welcome-organiser = Do you organise the market?
team-sign-in = Sign in
team-to-desk = Go to the desk

team-hello = Hello, { $label }
team-market = { $date }.
team-invited-by = Invited by { $name }.
team-where =
    { $n ->
        [0] No contacts yet
        [one] Where is your contact?
       *[other] Where are your { $n } contacts?
    }
team-phone-means = Saved, but only here. Take good care of the phone.
team-server-means = Safe. Even if the phone gets lost.
team-organisers-means = Arrived and opened.
team-tally-heading = Count questions
team-tally = Question answered
team-tally-hint = One tap counts one. No contact, no name.
team-tally-undo = Do not count the last one
team-latest = Recorded last
team-no-contacts = There are no slips yet. Tap “Record a contact”.
team-show-all = Show all
team-record-contact = Record a contact
team-record-feedback = Record feedback
team-without-name = No name
team-not-saved = Not saved yet. Leave this page open.
team-refused = The server does not accept this entry. It stays here. Show the phone to the organisers.
team-edit-on-phone = A change to it is still only on this phone.
team-list-heading =
    { $n ->
        [one] One contact
       *[other] { $n } contacts
    }
team-list-initials = Names and numbers are sealed. On this phone you only see initials.

# Begun, not finished
team-drafts =
    { $n ->
        [one] One slip you began
       *[other] { $n } slips you began
    }
team-drafts-help = Only on this phone, locked away. What is not finished is erased tonight.
team-draft-begun = Begun at { $time }. Continue here.
team-draft-finished = Saved. Only the receipt has not been shown yet.
team-draft-throw-away = Throw away
team-draft-thrown-away = Thrown away.
team-draft-put-back = Bring back

# Correcting and taking back one's own contacts
team-own-correct = Is something wrong? What you write here counts from now on. Empty fields stay as they were.
team-own-save = Correct
team-own-corrected = Saved and sealed. The organisers see the correction.
team-own-withdraw = Take back
team-own-withdrawn = Taken back. Nobody will be in touch.
team-own-withdraw-undo = Do not take back after all
team-withdraw-lead = Does someone want to take everything back? With the code of the receipt that works on every phone.
team-withdraw-code = Code of the receipt
team-withdraw-submit = Take back
team-withdraw-short = The code has 16 letters and digits. Please look again.
team-withdraw-taken = Accepted. It is erased as soon as there is a network.
team-withdraw-waits = Waits for a network.
team-withdraw-unknown = The server does not know this code yet. Perhaps the contact is still on another phone. We keep trying.
team-withdraw-forget = Stop trying
team-hand-in-withdrawals =
    { $n ->
        [one] One withdrawal has not been sent
       *[other] { $n } withdrawals have not been sent
    }

# In whose hands the phone is
team-hands-lead = One tap hands the phone on. Only whoever began a slip sees it.
team-hands-first = Whoever enrolled it
team-hands-own-name = What is your name?
team-hands-other-name = Does someone else record with this phone? What is their name?
team-hands-name-hint = For this phone only. Never sent.
team-hands-keep = Take over
team-pin = PIN
team-pin-means = The PIN stops someone who finds the phone. It does not stop anyone who copies and examines its storage. Names in finished contacts are always sealed, with a PIN and without.
team-pin-new = New PIN, at least 4 digits
team-pin-choose = Set the PIN
team-pin-remove = Remove the PIN
team-pin-lock = Lock now
team-pin-idle = After 5 minutes without a touch the app locks itself.
team-pin-open = Continue
team-pin-short = At least 4 digits, please.
team-pin-wrong = That is another PIN. Please try again.
team-pin-failed = The phone could not save the PIN. Everything stays as it was.
team-pin-checking = Checking …
team-pin-forgotten = Forgotten the PIN?
team-pin-forgotten-help = Then what it protects is erased: the slips you began and the initials in the list. Finished contacts stay and are sent.
team-pin-forget = Erase and continue without a PIN
team-locked = Locked
team-locked-lead = What is recorded is still being sent. To continue, enter your PIN.

team-hand-in-heading = Done for today?
team-hand-in-lead =
    { $contacts ->
        [one] You recorded one contact
       *[other] You recorded { $contacts } contacts
    } { $feedback ->
        [one] and one feedback. Thank you!
       *[other] and { $feedback } feedbacks. Thank you!
    }
team-hand-in-table = What is where?
team-hand-in-place = Where?
team-hand-in-contacts = Contacts
team-hand-in-feedback = Feedback
team-hand-in-not-sent =
    { $n ->
        [one] One entry is only on this phone
       *[other] { $n } entries are only on this phone
    }
team-hand-in-offline-help = There is no network. Go to a place with a network, then the phone sends by itself.
team-hand-in-sending-help = The phone is sending. This takes a moment.
team-hand-in-refused =
    { $n ->
        [one] The server does not accept one entry
       *[other] The server does not accept { $n } entries
    }
team-hand-in-refused-help = They stay on this phone. Show it to the organisers before you go.
team-hand-in-retry = Send again
team-hand-in-missing =
    { $n ->
        [one] This contact is still missing
       *[other] These { $n } contacts are still missing
    }
team-hand-in-done = I am done
team-hand-in-anyway = Hand in anyway
team-hand-in-unreadable =
    { $n ->
        [one] This phone can not read one entry
       *[other] This phone can not read { $n } entries
    }
team-hand-in-unreadable-help = Show the phone to the organisers before you leave. If you hand in anyway, they will see that something is missing.
team-hand-in-not-yet = This works as soon as everything is on the server.
team-handed-in = Handed in
team-handed-in-at =
    { $n ->
        [one] At { $time }, with one entry. Thank you for your help!
       *[other] At { $time }, with { $n } entries. Thank you for your help!
    }

team-scheme = Colours
team-scheme-system = As set on this device
team-scheme-light = Light
team-scheme-dark = Dark
team-scheme-sun = Sun: very strong contrast
team-language = Language
team-language-de = Deutsch
team-language-en = English
team-language-ar = العربية

team-help-network = What if there is no network?
team-help-network-answer = Just go on recording. The phone sends by itself when it has a network and this page is open.
team-help-consent = What if somebody says no?
team-help-consent-answer = Tap “No”. Then everything is deleted. Only the consent is mandatory, all else can stay empty.
team-help-names = Who can read the names?
team-help-names-answer = Only the organisers. Name and number are sealed on the phone before they leave it.
team-help-wrong = What if I made a typing error?
team-help-wrong-answer = Record the contact again and tell the organisers. They join the two.
team-help-lost = What if the phone gets lost?
team-help-lost-answer = Call the organisers at once. They lock the phone. What is on the server is safe.
team-help-end = What do I do at the end?
team-help-end-answer = Go to “Hand in”. It says whether everything has arrived. Only then tap “I am done”.

enrol-heading = Enrol this phone
enrol-lead = Then you can record contacts with this phone.
enrol-point-offline = That works without a network, too. Only now, for enrolling, you need one for a moment.
enrol-point-sealed = Names and numbers are sealed on the phone. Only the organisers can open them.
enrol-point-key = The phone gets a key of its own. It never leaves the phone.
enrol-label = What is this phone called?
enrol-label-hint = For example “Phone 3”. The organisers see this name.
enrol-submit = Enrol
enrol-working = Enrolling …
enrol-again = This phone is already enrolled
enrol-again-help = As “{ $label }”. If you go on, the new enrolment counts. What you recorded stays.
enrol-offline = No network
enrol-offline-help = The server does not answer. The invite stays valid. Go where there is a network and tap again.
enrol-expired = The invite has expired
enrol-expired-help = Ask the organisers for a new one. It takes only a moment.
enrol-used = The invite was already used
enrol-used-help = Each invite is for one phone. Ask the organisers for a new one.
enrol-unknown = There is no such invite
enrol-unknown-help = Maybe the link was not copied completely. Scan the invite again.
enrol-other-key = The key does not match the invite
enrol-other-key-help = To be safe, nothing was enrolled. Show this to the organisers and ask for a new invite.
enrol-failed = That did not work
enrol-failed-help = The server gave an unexpected answer. Try again in a minute.

record-slip = This contact
record-step-wish = Wish
record-step-reach = Reach
record-step-language = Language
record-step-consent = Consent
record-now = now
record-missing = missing
record-draft-not-kept = The draft could not be saved. Leave this page open until you are done.
record-draft = The draft lies on this phone, sealed.
record-cancel = Cancel, the draft stays
record-no-catalog = The offers are not on this phone yet. You need a network once for that.
record-wish = What does the person wish?
record-search = Search offers
record-offers = Chosen lately and often
record-nothing-found = Nothing found for “{ $query }”.
record-and-more = { $title } and { $n } more
record-matter-question = Just a question
record-matter-accreditation = Become a provider
record-matter-networking = Find partners
record-reach = How do we reach the person?
record-name = Name
record-channels = Way
record-channel-phone = Call
record-channel-email = E-mail
record-channel-other = Other
record-by-phone = Call, { $number }
record-phone = Phone number
record-email = E-mail address
record-other = How then?
record-note-open = Add a note
record-note = Note
record-note-hint = Is sealed, too.
record-language = Which language does the person speak?
record-language-de = German
record-language-en = English
record-language-ar = Arabic
record-language-tr = Turkish
record-language-ru = Russian
record-language-uk = Ukrainian
record-language-pl = Polish
record-language-vi = Vietnamese
record-consent = Please show it or read it out
record-consent-own = Show in { $language }
record-consent-machine = Translated by machine, not checked yet.
record-no-consent = There is no consent text for this market yet. Without it nothing may be recorded. Talk to the organisers.
record-goes-to = Goes to: { $names }. Deleted on { $date }.
record-goes-to-team = Goes to: the market team. Deleted on { $date }.
record-from-paper = Copied from a paper slip
record-no = No
record-yes = Yes
record-yes-no-mean = “Yes” saves at once. “No” deletes everything.
record-saving = Saving …
record-declined = Nothing saved
record-declined-help = The draft is deleted. Thank you for asking.
record-failed = This is not saved yet
record-failed-key = The key of this phone is missing. The browser has probably deleted it. Ask for a new invite. Your text is still there.
record-failed-seal = The text could not be sealed. Shorten the note and try again.
record-failed-again = Try again. Your text is still there.
record-thanks = Thank you. This is your receipt.
record-code = Your code
record-qr = QR code with your code { $code }
record-saved-phone = Saved. The phone sends it by itself when it has a network.
record-saved-server = Saved and sent.
record-fact-about = What is it about?
record-fact-question = A question
record-fact-who = Who gets in touch?
record-fact-team = The market team
record-fact-erased = When is it deleted?
record-photo = Take a photo of it.
record-photo-why = With the code you can take everything back. It stands only here.
record-done = Done
record-next = Next contact

feedback-heading = How was it for you?
feedback-lead =
    { $n ->
        [one] One question. No name. You can leave it empty.
       *[other] { $n } questions, 1 minute. No name. You can leave any question empty.
    }
feedback-later = Later
feedback-hand-over = Hand the phone over
feedback-hand-over-means = The person then sees only these questions. Your PIN leads back.
feedback-hand-over-pin = With a PIN you can hand the phone over locked.
feedback-give-back = For the team: take the phone back
feedback-thanks = Thank you!
feedback-thanks-lead = Please give the phone back.
feedback-next = Next feedback
