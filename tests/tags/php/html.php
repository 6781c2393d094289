<html>
<title><?= $title ?></title>
//          ^^^^^ reference.name title
<?php
function row(array $cells)
//       ^^^ definition.function row
//                  ^^^^^ reference.name cells
{ ?>
  <tr><td><?php
    echo join(',', $cells); ?></td></tr>
//       ^^^^ reference.call join
//                  ^^^^^ reference.name cells
<?php
}
if ($rows): ?>
//   ^^^^ reference.name rows
  <p>rows</p>
<?php else: ?>
  <p>function not_here() {}</p>
<?php endif;
class Page
//    ^^^^ definition.class Page
{
    public $name = <<<TEXT
//          ^^^^ definition.field Page::name
    Hello $who and {$this->name}
//         ^^^ reference.name who
//                         ^^^^ reference.name name
    TEXT;
}
?>
</html>
