# The volunteers' app. Short sentences, always with the next step.

team-skip = Skip to content
team-title = { $page } · Team
team-title-home = Start
team-title-record = Record a contact
team-title-feedback = Record feedback
team-title-list = My contacts
team-title-hand-in = Hand in
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
team-welcome-link = Link of the invite
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
enrol-point-offline = That works without a network, too. The phone sends later by itself.
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
enrol-install = First put it on the home screen
enrol-install-help = On this device: tap “Share”, then “Add to Home Screen”. Open the market from there and paste the link of the invite. In the browser here, what you record might be lost.
enrol-locked = This phone is locked
enrol-locked-help = The organisers have signed it out. Ask them for a new invitation.
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
feedback-thanks = Thank you!
feedback-thanks-lead = Please give the phone back.
feedback-next = Next feedback
# How the server sees this phone
standing-not-asked = Not signed in yet. You can already record. The phone signs in as soon as it has a network.
standing-waiting = Waiting for { $name }. Both screens must show this code: { $code }. You can already record.
standing-lost = It was reported lost. What was only here is now with the organisers, who will look at it. Nothing is left on this phone.
standing-retired = Thank you for your help! Everything is sent. Nothing is left on this phone.
standing-wiped = This phone is signed out and emptied

# Handing in without a network, and signing out
hand-over = Hand in without a network
hand-over-help = What is only here goes into a sealed file. Give the file to the organisers or to another phone of the team.
hand-over-now = Pass the file on
hand-over-done = The file is made. As soon as it is with the server and this phone has a network, it says here that all is safe.
hand-over-failed = That did not work. Everything is still here. Try again in a moment.
closing-help = Show this code to the organisers. Then they know what is still outstanding.
closing-qr = Code with the number of records of this phone
pass-on-help = Somebody gave you a file of another phone? Your phone brings it to the server as soon as it has a network.
pass-on-choose = Take a file
pass-on-waiting =
    { $n ->
        [one] One file waits here for a network.
       *[other] { $n } files wait here for a network.
    }
pass-on-arrived = The file has arrived at the server.
pass-on-refused =
    { $n ->
        [one] The server does not take one file. It stays here. Tell the organisers.
       *[other] The server does not take { $n } files. They stay here. Tell the organisers.
    }
pass-on-not-taken = This is no file of a phone of the team.
retire = Sign this phone out
retire-help = After that nothing of the market is left on the phone. It works once everything is sent or passed on.
retire-now = Sign out and empty
retire-sure = Everything is sent or passed on. Tap once more, then the phone is emptied.
retire-not-yet = Something is only on this phone. Send it, or pass the file on. Then you can sign out.

