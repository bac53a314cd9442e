# The saved offers: notes, order, giving away, printing, keeping.

list-empty = The table is still empty. Tap “Save” at an offer. Then it lies here, even without a network.
list-empty-next = See the offers
list-removed = “{ $title }” is no longer on the list.
list-removed-note = “{ $title }” is no longer on the list. Your note about it is still here.
list-put-back = Put it back
list-forget = Delete the note
list-gone = This offer no longer exists.
list-remove = Take off the list

list-note = Note
list-note-change = Change note
list-note-done = Finished
list-note-name = Note about { $title }
list-done = Done
list-show = Show
list-order = Change the order
list-order-done = The order is fine
list-up = Up
list-down = Down

list-said-moved = { $title } is now number { $place } of { $of }.
list-said-back = { $title } is on the list again.
list-said-added = { $n ->
    [one] { $n } offer was added.
   *[other] { $n } offers were added.
 }
list-said-changed = { $n ->
    [one] Something was added to { $n } offer.
   *[other] Something was added to { $n } offers.
 }
list-said-nothing-new = All of this was on your list already.
list-said-copied = The link is copied. Paste it into a message.
list-said-refused = The browser does not hand out the link. Show the picture instead.

list-give = Show the list
list-give-says = { $n ->
    [one] The other person scans the picture. Then they see this { $n } offer.
   *[other] The other person scans the picture. Then they see these { $n } offers.
 }
list-give-no-notes = They do not see your notes.
list-qr-name = { $n ->
    [one] QR code of the list: { $n } offer
   *[other] QR code of the list: { $n } offers
 }
list-qr-too-long = This is too long for a picture.
list-send = Send as a link
list-copy = Copy link
list-print = Print
list-shared-title = Offers from the Market of Opportunities

list-opened = A list for you
list-opened-says = Someone gave you this list.
list-opened-ask = { $n ->
    [one] Shall { $n } new offer go on your own list?
   *[other] Shall { $n } new offers go on your own list?
 }
list-opened-known = All of this is on your own list already.
list-opened-accept = Yes, on my list
list-opened-leave = To my list
list-opened-unknown = { $n ->
    [one] { $n } offer no longer exists, or this phone does not know it yet.
   *[other] { $n } offers no longer exist, or this phone does not know them yet.
 }

list-other = A list for someone else
list-other-offered = Do you advise or help someone? Put offers together for them. Nothing of it stays on this phone.
list-other-start = Begin a new list
list-other-start-same = Begin with my offers
list-other-says = Nothing of this is stored. The list stands only in the address of this page.
list-other-title = Heading
list-other-title-hint = For example: Ideas for a new start. No name, no address. At most { $n } letters.
list-other-search = Look for an offer
list-other-chosen = On the list
list-pick = Onto the list
list-other-leave = Finished, to my list

list-show-says = Works without a network: the camera reads name, telephone and address.
list-show-name = QR code with name, telephone and address
list-show-leave = To my list

list-files = Keep the list safe
list-files-say = A file keeps your list and your notes. Or it takes both to another phone.
list-export = Save as a file
list-import = Open a file
list-file-too-large = This file is too large. A list is much smaller.
list-file-no-list = This file is no list of the market, or it is damaged. Your list is as it was.
list-file-newer = This file is from a newer version. First load the new version of this page.
list-may-be-cleared = The browser may clear your list when the phone is full or you have not been here for long. A file or a printed sheet is safer.
list-is-kept = The browser has promised to keep your list until you delete it.

list-paper-phone = Tel.
list-paper-from = As of { $date }
